/*
 * Keeps the form that runners meet true while an organizer changes the rules beside it: asks the server for it a little
 * after the last touch. The last answer asked for counts.
 */
(() => {
	"use strict";

	const form = document.querySelector("form[data-preview]");
	const frame = document.getElementById("runners-form");
	let timer;
	let asked = 0;

	async function look() {
		const turn = ++asked;
		try {
			const answer = await fetch(form.dataset.preview,
				{ method: "POST", body: new URLSearchParams(new FormData(form)), redirect: "error" });
			const text = await answer.text();
			const fresh = new DOMParser().parseFromString(text, "text/html").getElementById("runners-form");
			if (answer.ok && fresh && turn === asked) {
				frame.replaceChildren(...document.importNode(fresh, true).childNodes);
			}
		}
		catch {
			/* The button shows it as well. */
		}
	}

	if (form && frame) {
		form.addEventListener("input", () => {
			clearTimeout(timer);
			timer = setTimeout(look, 400);
		});
	}
})();
