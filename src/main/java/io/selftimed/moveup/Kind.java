package io.selftimed.moveup;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * What a column holds: how its values are read, written, and made into a text that is the
 * same for the same value in both databases.
 */
enum Kind {

	WHOLE(Long.class, Types.BIGINT, Object::toString, "bigint", "integer", "smallint"),

	NUMBER(BigDecimal.class, Types.NUMERIC, (value) -> ((BigDecimal) value).stripTrailingZeros().toPlainString(),
			"numeric"),

	TRUTH(Boolean.class, Types.BOOLEAN, Object::toString, "boolean"),

	TEXT(String.class, Types.VARCHAR, Object::toString, "character varying", "text", "character large object"),

	MOMENT(OffsetDateTime.class, Types.TIMESTAMP_WITH_TIMEZONE,
			(value) -> ((OffsetDateTime) value).toInstant().toString(), "timestamp with time zone"),

	DAY(LocalDate.class, Types.DATE, Object::toString, "date"),

	ID(UUID.class, Types.OTHER, Object::toString, "uuid"),

	BYTES(byte[].class, Types.VARBINARY, (value) -> HexFormat.of().formatHex((byte[]) value), "bytea",
			"binary varying");

	private final Class<?> type;

	private final int sqlType;

	private final Function<Object, String> text;

	private final Set<String> names;

	Kind(Class<?> type, int sqlType, Function<Object, String> text, String... names) {
		this.type = type;
		this.sqlType = sqlType;
		this.text = text;
		this.names = Set.of(names);
	}

	/** The kind that a database calls so. */
	static Optional<Kind> named(String dataType) {
		String name = dataType.toLowerCase(Locale.ROOT);
		return Stream.of(values()).filter((kind) -> kind.names.contains(name)).findFirst();
	}

	/** PostgreSQL gives no shorter number as a long one unless asked in this way. */
	@Nullable Object read(ResultSet row, int index) throws SQLException {
		if (this == WHOLE) {
			long value = row.getLong(index);
			return row.wasNull() ? null : value;
		}
		return (this == BYTES) ? row.getBytes(index) : row.getObject(index, this.type);
	}

	void write(PreparedStatement insert, int index, @Nullable Object value) throws SQLException {
		if (value == null) {
			insert.setNull(index, (this == ID) ? Types.OTHER : this.sqlType);
		}
		else if (value instanceof OffsetDateTime moment) {
			insert.setObject(index, moment.withOffsetSameInstant(ZoneOffset.UTC));
		}
		else {
			insert.setObject(index, value);
		}
	}

	String text(Object value) {
		return this.text.apply(value);
	}

}
