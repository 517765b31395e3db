/*
 * Keys for who works through a queue: j and k move, a accepts, r and q open the reason and the question. Nothing
 * happens while something is typed. Without script every button works as well.
 */
(() => {
	"use strict";

	const cards = [...document.querySelectorAll("[data-queue] > li")];
	let at = -1;

	function go(to) {
		if (cards.length > 0) {
			at = Math.max(0, Math.min(cards.length - 1, to));
			cards[at].focus();
		}
	}

	function press(key) {
		const card = cards[at];
		const control = card && card.querySelector('[data-key="' + key + '"]');
		if (!control) {
			return false;
		}
		if (control.tagName === "SUMMARY") {
			control.parentElement.open = true;
			control.parentElement.querySelector("textarea").focus();
		} else {
			control.click();
		}
		return true;
	}

	document.addEventListener("focusin", (event) => {
		const card = event.target.closest("[data-queue] > li");
		at = card ? cards.indexOf(card) : at;
	});
	document.addEventListener("keydown", (event) => {
		if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select")) {
			return;
		}
		if (event.key === "j" || event.key === "k") {
			go(event.key === "j" ? at + 1 : at - 1);
			event.preventDefault();
		} else if (["a", "r", "q"].includes(event.key) && press(event.key)) {
			event.preventDefault();
		}
	});
	const next = cards.findIndex((card) => "#" + card.id === location.hash);
	if (next >= 0 || document.querySelector('[role="status"]')) {
		go(Math.max(0, next));
	}
})();
