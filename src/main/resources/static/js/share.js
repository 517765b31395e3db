/*
 * Copies the link or the mail at a button. Without it, or where the browser forbids it, the texts are there to be
 * selected by hand.
 */
(() => {
	"use strict";

	const status = document.getElementById("share-status");

	document.querySelectorAll("button[data-copy]").forEach((button) => {
		const source = document.getElementById(button.dataset.copy);
		button.hidden = !navigator.clipboard;
		button.addEventListener("click", async () => {
			try {
				await navigator.clipboard.writeText(source.value);
				button.textContent = button.dataset.done;
				status.textContent = button.dataset.done;
			}
			catch {
				source.focus();
				source.select();
			}
		});
	});
})();
