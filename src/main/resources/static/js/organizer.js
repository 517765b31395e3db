/*
 * Keeps an event's page true while somebody looks at it: asks now and then for what moves, and puts in what has changed,
 * so that neither scroll nor focus is lost. The server mostly answers that nothing has. Rests while nobody looks, and
 * ends after half an hour without a touch, so that a forgotten page keeps nobody signed in.
 */
(() => {
	"use strict";

	const every = 5;
	const longest = 300;
	const forgotten = 30 * 60 * 1000;
	const main = document.querySelector("main[data-glance]");
	let timer;
	let failures = 0;
	let touched = performance.now();

	function put(fresh) {
		fresh.querySelectorAll("[data-part]").forEach((part) => {
			const old = document.getElementById(part.id);
			if (!old) {
				location.reload();
				return;
			}
			const busy = old.contains(document.activeElement) || old.querySelector("details[open]");
			if (!busy && old.innerHTML !== part.innerHTML) {
				old.replaceChildren(...document.importNode(part, true).childNodes);
			}
		});
	}

	async function look() {
		try {
			const answer = await fetch(main.dataset.glance,
				{ cache: "no-store", redirect: "error", headers: { "If-None-Match": main.dataset.tag } });
			if (answer.ok) {
				put(new DOMParser().parseFromString(await answer.text(), "text/html"));
				main.dataset.tag = answer.headers.get("ETag") || "";
			}
			else if (answer.status !== 304) {
				throw new Error(String(answer.status));
			}
			failures = 0;
		}
		catch {
			failures++;
		}
		wait();
	}

	function wait() {
		clearTimeout(timer);
		if (!document.hidden && performance.now() - touched < forgotten) {
			timer = setTimeout(look, Math.min(longest, every * 2 ** failures) * 1000);
		}
	}

	if (main) {
		wait();
		document.addEventListener("visibilitychange", () => document.hidden ? clearTimeout(timer) : look());
		["pointerdown", "keydown"].forEach((touch) => document.addEventListener(touch, () => {
			const late = performance.now() - touched >= forgotten;
			touched = performance.now();
			if (late) {
				look();
			}
		}, { passive: true }));
	}
})();
