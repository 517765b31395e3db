/*
 * Keeps a receipt true while something moves: fetches the page anew and puts in what changed, so that neither scroll
 * nor focus is lost. Rests while nobody looks, and ends when nothing moves any more. Without script the page loads
 * itself anew. Also copies the result in one line.
 */
(() => {
	"use strict";

	const longest = 300;
	const main = document.querySelector("main[data-state]");
	const shown = new Map();
	let timer;
	let failures = 0;

	function parts(page) {
		return page.querySelectorAll("[data-part]");
	}

	function remember() {
		parts(main).forEach((part) => shown.set(part.id, part.innerHTML));
	}

	function put(part, fresh) {
		const focused = part.contains(document.activeElement);
		if (shown.get(part.id) === fresh.innerHTML || (focused && part.id !== "verdict")) {
			return;
		}
		shown.set(part.id, fresh.innerHTML);
		part.replaceChildren(...document.importNode(fresh, true).childNodes);
		if (focused) {
			const heading = part.querySelector("h1");
			heading.tabIndex = -1;
			heading.focus({ preventScroll: true });
		}
	}

	function take(page) {
		const fresh = page.querySelector("main[data-state]");
		parts(main).forEach((part) => {
			const other = fresh.querySelector("#" + part.id);
			if (other) {
				put(part, other);
			}
		});
		main.dataset.state = fresh.dataset.state;
		main.dataset.lookAgain = fresh.dataset.lookAgain || "";
		document.title = page.title;
		offerToCopy();
	}

	async function look() {
		try {
			const answer = await fetch(location.href, { cache: "no-store", headers: { Accept: "text/html" } });
			if (!answer.ok) {
				throw new Error(String(answer.status));
			}
			take(new DOMParser().parseFromString(await answer.text(), "text/html"));
			failures = 0;
		}
		catch {
			failures++;
		}
		wait();
	}

	function wait() {
		const seconds = Number(main.dataset.lookAgain);
		clearTimeout(timer);
		timer = undefined;
		if (seconds > 0 && !document.hidden) {
			timer = setTimeout(look, Math.min(longest, seconds * 2 ** failures) * 1000);
		}
	}

	function offerToCopy() {
		main.querySelectorAll("[data-copy]").forEach((button) => {
			button.hidden = !navigator.clipboard;
		});
	}

	async function copy(button) {
		const said = main.querySelector("#copied");
		try {
			await navigator.clipboard.writeText(main.querySelector("#result-line").textContent.trim());
			said.textContent = button.dataset.copy;
		}
		catch {
			getSelection().selectAllChildren(main.querySelector("#result-line"));
		}
	}

	remember();
	offerToCopy();
	wait();
	main.addEventListener("click", (event) => {
		const button = event.target.closest("[data-copy]");
		if (button) {
			copy(button);
		}
	});
	document.addEventListener("visibilitychange", () => {
		clearTimeout(timer);
		if (!document.hidden && Number(main.dataset.lookAgain) > 0) {
			look();
		}
	});
})();
