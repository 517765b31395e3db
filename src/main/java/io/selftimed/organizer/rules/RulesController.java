package io.selftimed.organizer.rules;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.selftimed.organizer.EventVisit;
import io.selftimed.organizer.SeeOther;
import io.selftimed.organizer.TypedForm;
import io.selftimed.organizer.rules.RulesPage.Theirs;
import io.selftimed.organizer.typed.TimeZones;
import io.selftimed.race.EventRules;
import io.selftimed.race.EventSetup;
import io.selftimed.race.RaceSetup.Change;
import io.selftimed.race.Verdict.Refused;
import io.selftimed.runsignup.ReadAnswer;
import io.selftimed.runsignup.ResultSet;
import io.selftimed.runsignup.RunSignupReads;
import io.selftimed.security.Access;
import io.selftimed.security.OpenTo;
import io.selftimed.security.OrganizerAddresses;
import io.selftimed.submission.FormPreview;
import io.selftimed.web.Wording;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The rules of an event: one form, the runner's form beside it, and what a change means
 * before it is made.
 */
@Controller
@RequestMapping("/organizer/events/{slug}/rules")
class RulesController {

	private final EventSetup setup;

	private final RulesFacts facts;

	private final Consequences consequences;

	private final RunSignupReads reads;

	private final FormPreview preview;

	private final OrganizerAddresses addresses;

	private final Wording wording;

	private final InstantSource clock;

	RulesController(EventSetup setup, RulesFacts facts, Consequences consequences, RunSignupReads reads,
			FormPreview preview, OrganizerAddresses addresses, Wording wording, InstantSource clock) {
		this.setup = setup;
		this.facts = facts;
		this.consequences = consequences;
		this.reads = reads;
		this.preview = preview;
		this.addresses = addresses;
		this.wording = wording;
		this.clock = clock;
	}

	@OpenTo(Access.VIEWER)
	@GetMapping
	ModelAndView rules(EventVisit visit) {
		EventSetup.Described event = described(visit);
		Map<String, String> typed = RulesForm.typed(event.rules());
		typed.put("version", String.valueOf(event.version()));
		return page(visit, TypedForm.of(typed), event.rules(), RulesPage.PLAIN);
	}

	/** The runner's form alone, for the script that keeps it beside the rules. */
	@OpenTo(Access.OWNER)
	@PostMapping("/preview")
	ModelAndView preview(EventVisit visit, @RequestParam MultiValueMap<String, String> sent) {
		RulesForm form = new RulesForm(TypedForm.joined(sent), described(visit).rules());
		return new ModelAndView("organizer/rules-preview", "page", runnersForm(visit, form.rules()));
	}

	@OpenTo(Access.OWNER)
	@PostMapping
	ModelAndView change(EventVisit visit, @RequestParam MultiValueMap<String, String> sent, @RequestParam int version,
			RedirectAttributes flash) {
		Map<String, String> typed = TypedForm.joined(sent);
		EventSetup.Described before = described(visit);
		RulesForm form = new RulesForm(typed, before.rules());
		if (typed.containsKey("show")) {
			return page(visit, TypedForm.refused(typed, form.refusals(), this.wording), form.rules(), RulesPage.PLAIN);
		}
		return typed.containsKey("sets") ? sets(visit, typed, form)
				: change(visit, typed, version, before, form, flash);
	}

	private ModelAndView change(EventVisit visit, Map<String, String> typed, int version, EventSetup.Described before,
			RulesForm form, RedirectAttributes flash) {
		List<Refused> refusals = form.refusals();
		if (!refusals.isEmpty()) {
			return unsaved(
					page(visit, TypedForm.refused(typed, refusals, this.wording), form.rules(), RulesPage.PLAIN));
		}
		if (before.version() != version) {
			return overtaken(visit, typed, before, form.rules());
		}
		List<String> means = this.consequences.of(visit.eventId(), before, form.rules());
		if (!means.isEmpty() && !typed.containsKey("confirmed")) {
			return page(visit, TypedForm.of(typed), form.rules(), RulesPage.asking(means));
		}
		if (this.setup.change(visit.eventId(), version, form.rules()) == Change.CHANGED_MEANWHILE) {
			return overtaken(visit, typed, described(visit), form.rules());
		}
		flash.addFlashAttribute("done", "organizer.rules.saved");
		return new ModelAndView(SeeOther.atEvent(visit, "/rules"));
	}

	/** The same form with the result sets that RunSignup has; changes nothing. */
	private ModelAndView sets(EventVisit visit, Map<String, String> typed, RulesForm form) {
		RulesPage page = switch (this.reads.resultSets(visit.race().raceId(), visit.eventId())) {
			case ReadAnswer.Found<List<ResultSet>>(List<ResultSet> sets) ->
				new RulesPage(List.of(), List.of(), null, sets, null);
			case ReadAnswer.NotFound<List<ResultSet>>(var why, var code, var wait, String words) ->
				new RulesPage(List.of(), List.of(), null, null, words);
		};
		return page(visit, TypedForm.of(typed), form.rules(), page);
	}

	/** Both words stand, and mine can be saved over theirs, now that I have seen them. */
	private ModelAndView overtaken(EventVisit visit, Map<String, String> typed, EventSetup.Described now,
			EventRules mine) {
		Map<String, String> rest = new LinkedHashMap<>(typed);
		rest.put("version", String.valueOf(now.version()));
		List<Theirs> theirs = RulesForm.typed(now.rules())
			.entrySet()
			.stream()
			.filter((box) -> !box.getValue().equals(typed.getOrDefault(box.getKey(), "").strip()))
			.map((box) -> new Theirs(box.getKey(), box.getValue()))
			.toList();
		String faster = this.facts.lastChange(visit.race().raceId(), visit.eventId())
			.map((change) -> this.wording.say("organizer.rules.faster",
					this.addresses.ofOrganizer(change.organizerId()), visit.race().moment(change.at())))
			.orElseGet(() -> this.wording.say("organizer.rules.faster.somebody"));
		ModelAndView page = page(visit, TypedForm.of(rest), mine, RulesPage.overtaken(theirs, faster));
		page.setStatus(HttpStatus.CONFLICT);
		return page;
	}

	private ModelAndView page(EventVisit visit, TypedForm form, EventRules rules, RulesPage page) {
		ModelAndView view = new ModelAndView("organizer/rules", "form", form);
		view.addObject("rules", page);
		view.addObject("zones", TimeZones.names());
		view.addObject("raceContact", described(visit).raceContact());
		view.addObject("page", runnersForm(visit, rules));
		return view;
	}

	private Object runnersForm(EventVisit visit, EventRules rules) {
		EventSetup.Described event = described(visit);
		return this.preview.of(rules.onto(event.event(), event.raceContact(), this.clock.instant()));
	}

	private EventSetup.Described described(EventVisit visit) {
		return this.setup.describe(visit.eventId()).orElseThrow();
	}

	private static ModelAndView unsaved(ModelAndView page) {
		page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		return page;
	}

}
