package io.selftimed.race.roster;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What a column of a file may hold.
 */
public enum RosterColumn {

	/** The bib. */
	BIB("bib", "bib", "bibnumber", "bibnum", "bibno", "startnumber", "startnummer", "number", "no", "dorsal",
			"dossard"),
	/** The first name. */
	FIRST_NAME("firstName", "firstname", "givenname", "first", "vorname", "nombre", "prenom"),
	/** The last name. */
	LAST_NAME("lastName", "lastname", "surname", "familyname", "last", "name", "nachname", "apellido", "apellidos",
			"nom"),
	/** The birth date. */
	BIRTH_DATE("birthDate", "birthdate", "dateofbirth", "dob", "born", "birthday", "geburtsdatum", "fechadenacimiento",
			"datedenaissance"),
	/** The e-mail address. */
	EMAIL("email", "email", "emailaddress", "mail", "correo", "correoelectronico", "courriel"),
	/** RunSignup's registration. */
	REGISTRATION("registrationId", "registrationid", "registration", "regid");

	private final String field;

	private final List<String> headings;

	RosterColumn(String field, String... headings) {
		this.field = field;
		this.headings = List.of(headings);
	}

	/** Its name in forms and messages. */
	public String field() {
		return this.field;
	}

	/**
	 * The column that such a heading names, -1 if none does; the likeliest heading wins.
	 */
	int in(List<String> headings) {
		List<String> plain = headings.stream().map(RosterColumn::plain).toList();
		return this.headings.stream().mapToInt(plain::indexOf).filter((index) -> index >= 0).findFirst().orElse(-1);
	}

	private static String plain(String heading) {
		return Normalizer.normalize(heading, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
	}

	static List<RosterColumn> all() {
		return Arrays.asList(values());
	}

}
