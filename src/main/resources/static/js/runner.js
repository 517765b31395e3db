'use strict';

/* What makes the runner's pages nicer: the echo of the time, the draft on this phone, and the
   reader's own time. Everything works without it. All words come from the page. */
(() => {
	const DAY = 24 * 60 * 60 * 1000;
	const DRAFT = 'selftimed.draft.';
	/* Only these are kept: never who somebody is beyond bib and name, and nothing hidden. */
	const KEPT = ['bib', 'lastName', 'outcome', 'hours', 'minutes', 'seconds', 'elevationGain', 'elevationUnit', 'tally',
		'email', 'note'];
	const CHOSEN = ['outcome', 'elevationUnit'];
	const PLAIN = { maximumFractionDigits: 1, useGrouping: false };

	const COLONS = /^(?:([0-9]{1,3}):)?([0-9]{1,5}):([0-9]{2})(?:[.,]([0-9]{1,9}))?$/;
	const UNITS = new RegExp('^(?:([0-9]{1,3})\\s*h(?:(?:ou)?rs?|oras?|eures?)?\\.?[\\s,]*)?'
		+ '(?:([0-9]{1,5})\\s*(?:m(?:in(?:ut[eo])?s?)?\\.?|\')[\\s,]*)?'
		+ '(?:([0-9]{1,6})(?:[.,]([0-9]{1,9}))?\\s*(s(?:ec(?:onde?)?s?|eg(?:undo)?s?)?\\.?|")?)?$');

	/* A whole time in one box as [hours, minutes, seconds, decimals], as WholeTime.java reads it. */
	function whole(text) {
		const plain = text.toLowerCase().replace(/[\u00a0\u202f]/g, ' ').replace(/\uff1a/g, ':')
			.replace(/[\u2032\u2019\u00b4]/g, "'").replace(/[\u2033\u201d]|''/g, '"').replace(/\s*:\s*/g, ':').trim();
		const colons = COLONS.exec(plain);
		if (colons) {
			return colons.slice(1, 5);
		}
		const units = UNITS.exec(plain);
		if (!units) {
			return null;
		}
		if (units[3] === undefined || units[5] !== undefined || units[2] !== undefined) {
			return units.slice(1, 5);
		}
		return (units[1] !== undefined && units[4] === undefined) ? [units[1], units[3]] : null;
	}

	function boxes(hours, minutes, seconds) {
		const parts = /^([0-9]{0,9})(?:[.,]([0-9]{1,9}))?$/.exec(seconds);
		const digits = (text) => /^[0-9]{0,9}$/.test(text);
		const read = parts && digits(hours) && digits(minutes) && +hours <= 999 && +minutes <= 59 && +parts[1] <= 59
			&& (parts[1] !== '' || parts[2] === undefined);
		return read ? [hours, minutes, parts[1], parts[2]] : null;
	}

	/* Tenths of a second, rounded up; null for no time. */
	function tenths(hours, minutes, seconds) {
		const alone = minutes === '' && seconds === '' && !/^[0-9]*$/.test(hours);
		const [h, m, s, decimals = ''] = (alone ? whole(hours) : boxes(hours, minutes, seconds)) || [];
		if ((h && +m > 59) || ((h || m) && +s > 59)) {
			return null;
		}
		const rest = decimals.replace(/0+$/, '');
		const time = (((+h || 0) * 60 + (+m || 0)) * 60 + (+s || 0)) * 10 + (+rest[0] || 0) + (rest.length > 1 ? 1 : 0);
		return (time > 0 && time < 36000000) ? time : null;
	}

	function words(time, say) {
		const part = (number, one, many) => number === 0 ? [] : [number === 1 ? one : many.replace('#', number.toLocaleString(document.documentElement.lang, PLAIN))];
		return [...part(Math.floor(time / 36000), say.hour, say.hours),
			...part(Math.floor(time / 600) % 60, say.minute, say.minutes),
			...part(time % 600 / 10, say.second, say.seconds)].join(' ');
	}

	function pace(time, say) {
		const seconds = Math.round(time * +say.unit / (10 * +say.millimetres));
		const two = (number) => String(number).padStart(2, '0');
		const minutes = Math.floor(seconds / 60);
		const read = minutes < 60 ? String(minutes) : Math.floor(minutes / 60) + ':' + two(minutes % 60);
		return say.pace.replace('#', read + ':' + two(seconds % 60));
	}

	function echoes(form) {
		const echo = form.querySelector('.time-echo');
		let pause;
		const show = () => {
			const [hours, minutes, seconds] = ['hours', 'minutes', 'seconds'].map((name) => form.elements[name].value.trim());
			const time = tenths(hours, minutes, seconds);
			const said = time === null ? '' : words(time, echo.dataset);
			echo.textContent = (time !== null && echo.dataset.millimetres)
				? echo.dataset.both.replace('#', said).replace('%', pace(time, echo.dataset)) : said;
		};
		/* Not at every key, so that a screen reader is not talked over. */
		form.addEventListener('input', () => {
			clearTimeout(pause);
			pause = setTimeout(show, 300);
		});
		show();
		return show;
	}

	/* Storage may be full or forbidden; then there is no draft. */
	function quietly(what) {
		try {
			return what();
		} catch (e) {
			return null;
		}
	}

	const drafts = {
		read: (slug) => quietly(() => JSON.parse(localStorage.getItem(DRAFT + slug))),
		write: (slug, draft) => quietly(() => localStorage.setItem(DRAFT + slug, JSON.stringify(draft))),
		drop: (slug) => quietly(() => localStorage.removeItem(DRAFT + slug)),
		dropOld: () => quietly(() => Object.keys(localStorage).filter((key) => key.startsWith(DRAFT)).forEach((key) => {
			const slug = key.substring(DRAFT.length);
			const age = Date.now() - (drafts.read(slug) || { at: 0 }).at;
			if (!(age >= 0 && age < DAY)) {
				drafts.drop(slug);
			}
		}))
	};

	function typed(form) {
		const values = {};
		KEPT.filter((name) => form.elements[name]).forEach((name) => values[name] = form.elements[name].value);
		return values;
	}

	function keeps(form) {
		const values = typed(form);
		if (KEPT.some((name) => !CHOSEN.includes(name) && values[name])) {
			drafts.write(form.dataset.draft, { at: Date.now(), values });
		} else {
			drafts.drop(form.dataset.draft);
		}
	}

	/* Nothing that the page came with is overwritten: another bib is another runner. */
	function restores(form) {
		const draft = drafts.read(form.dataset.draft);
		const now = typed(form);
		const texts = Object.keys(now).filter((name) => !CHOSEN.includes(name));
		if (!draft || !draft.values || texts.some((name) => now[name] && now[name] !== draft.values[name])
			|| texts.every((name) => now[name] === (draft.values[name] || ''))) {
			return false;
		}
		Object.keys(now).filter((name) => typeof draft.values[name] === 'string')
			.forEach((name) => form.elements[name].value = draft.values[name]);
		const more = form.querySelector('details');
		if (more && (draft.values.email || draft.values.note)) {
			more.open = true;
		}
		return true;
	}

	function form(form) {
		const show = form.elements.hours ? echoes(form) : () => {};
		const notice = document.getElementById('draft');
		if (form.dataset.restore === 'true' && restores(form)) {
			notice.hidden = false;
			show();
		}
		form.addEventListener('input', () => keeps(form));
		notice.querySelector('button').addEventListener('click', () => {
			drafts.drop(form.dataset.draft);
			form.reset();
			notice.hidden = true;
			show();
			form.elements.bib.focus();
		});
	}

	/* What is sent is gone when its receipt is there, not before. */
	function sending(form) {
		form.addEventListener('submit', (event) => {
			const draft = drafts.read(form.dataset.sends);
			if (draft && !(event.submitter && event.submitter.name === 'change')) {
				drafts.write(form.dataset.sends, { ...draft, sent: true });
			}
		});
	}

	function received(slug) {
		if ((drafts.read(slug) || {}).sent) {
			drafts.drop(slug);
		}
	}

	/* The reader's own time, where it is not the race's. */
	function localTime(line) {
		const time = line.querySelector('time');
		const moment = new Date(time.dateTime);
		const language = document.documentElement.lang;
		const read = (zone) => moment.toLocaleString(language, { dateStyle: 'long', timeStyle: 'short', timeZone: zone });
		if (read(undefined) !== quietly(() => read(line.dataset.zone))) {
			time.textContent = line.dataset.local.replace('#', read(undefined));
			line.hidden = false;
		}
	}

	drafts.dropOld();
	document.querySelectorAll('form[data-draft]').forEach(form);
	document.querySelectorAll('form[data-sends]').forEach(sending);
	document.querySelectorAll('[data-received-draft]').forEach((page) => received(page.dataset.receivedDraft));
	document.querySelectorAll('[data-local]').forEach(localTime);
})();
