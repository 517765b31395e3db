#!/bin/sh
# Shows that mvnw works with an installed Maven, with a cached one, and with a download, by
# whatever the machine can download with, and that it says in one sentence what to do when none
# can be had. Needs a JDK of 17 or newer and what every Debian has; curl, wget and unzip are
# tried where they are installed.
set -eu
here=$(cd "$(dirname "$0")/../../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 130' HUP INT TERM
failed=0

check() {
	if [ "$2" = "$3" ]; then
		echo "ok: $1"
	else
		echo "FAILED: $1: expected '$3' but was '$2'"
		failed=1
	fi
}

# script <file> <line>…: an executable of these lines.
script() {
	file=$1
	shift
	mkdir -p "${file%/*}"
	printf '%s\n' '#!/bin/sh' "$@" >"$file"
	chmod +x "$file"
}

# tools <folder> <tool>…: a folder for PATH with these tools, those of them that are installed.
tools() {
	folder=$1
	shift
	mkdir -p "$folder"
	for tool in sh dirname sed tr head tail cut mkdir mktemp rm mv chmod cat "$@"; do
		! path=$(command -v "$tool") || ln -s "$path" "$folder/$tool"
	done
}

# A JDK's own idea of its folder: on PATH there may be links or a version switcher's scripts.
jdk=$("${JAVA_HOME:+$JAVA_HOME/bin/}java" -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java.home = //p')
tools "$work/tools" sha256sum shasum
for tool in curl wget unzip; do
	tools "$work/with-$tool" sha256sum shasum "$tool"
done

project="$work/a project/folder"
mkdir -p "$project/.mvn/wrapper" "$work/site"
cp "$here/mvnw" "$project/mvnw"
script "$work/new/mvn" 'case "$*" in' \
	'*--version) echo "Apache Maven 3.8.7" ;;' \
	'*select-jdk*) ;;' \
	'*) for argument; do printf "[%s]" "$argument"; done; echo " in $PWD, base ${MAVEN_BASEDIR-unset}"; exit 3 ;;' \
	'esac'
script "$work/old/mvn" 'echo "Apache Maven 3.6.3"'
script "$work/without-25/mvn" 'case "$*" in' \
	'*--version) echo "Apache Maven 3.8.7" ;;' \
	'*select-jdk*) echo "[ERROR] Cannot find matching toolchain definitions"; exit 1 ;;' \
	'*) echo "installed $*" ;;' \
	'esac'
script "$work/zip/apache-maven-9.9.9/bin/mvn" 'echo "pinned $*"'
(cd "$work/zip" && "$jdk/bin/jar" cMf "$work/site/maven.zip" apache-maven-9.9.9)
sum=$(sha256sum "$work/site/maven.zip" | cut -d ' ' -f 1)

# What mvnw asks of Java, answered as a JDK of this version and this home folder would.
fake_jdk() {
	script "$work/jdk-$1/bin/java" \
		"printf '    java.specification.version = $1\n    user.home = $work/user-$1\n    java.home = $jdk\n' >&2" \
		"case \$* in *Download.java*) exec '$jdk/bin/java' \"\$@\" ;; esac"
}
fake_jdk 17
fake_jdk 25

cat >"$work/Site.java" <<'JAVA'
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;

class Site {

	public static void main(String[] args) throws Exception {
		byte[] zip = Files.readAllBytes(Path.of(args[0], "maven.zip"));
		var server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
		server.createContext("/", exchange -> {
			boolean known = exchange.getRequestURI().getPath().equals("/maven.zip");
			exchange.sendResponseHeaders(known ? 200 : 404, known ? zip.length : -1);
			try (var body = exchange.getResponseBody()) {
				if (known) {
					body.write(zip);
				}
			}
		});
		server.start();
		System.out.println(server.getAddress().getPort());
	}

}
JAVA
mkfifo "$work/port"
"$jdk/bin/java" "$work/Site.java" "$work/site" >"$work/port" &
site_pid=$!
trap 'kill "$site_pid" 2>/dev/null || :; rm -rf "$work"' EXIT
read -r port <"$work/port"
site="http://127.0.0.1:$port"

settings() {
	printf 'distributionVersion=9.9.9\ndistributionUrl=%s\ndistributionSha256Sum=%s\n' "$1" "$2" \
		>"$project/.mvn/wrapper/maven-wrapper.properties"
}

# mvnw <PATH> <home> <argument>…: all that it says but for the line that announces a download.
mvnw() {
	search=$1
	home=$work/$2
	shift 2
	env -u MAVEN_USER_HOME -u MVNW_DISTRIBUTION_URL -u MAVEN_BASEDIR no_proxy=127.0.0.1 \
		PATH="$search" HOME="$home" JAVA_HOME="${java_home-$work/jdk-25}" "$project/mvnw" "$@" 2>&1 | sed '/downloading Maven 9.9.9 once/d'
}

settings "$site/maven.zip" "$sum"
check "an installed Maven is used, with its arguments and in the current folder" \
	"$(cd "$work/site" && mvnw "$work/new:$work/tools" home1 -f "a b" '*')" "[-f][a b][*] in $work/site, base unset"
status=0
PATH="$work/new:$work/tools" HOME="$work/home1" JAVA_HOME="$work/jdk-25" "$project/mvnw" >/dev/null 2>&1 || status=$?
check "Maven's exit status is mvnw's" "$status" 3
check "without Maven the pinned one is downloaded, by Java alone" "$(mvnw "$work/tools" home2 -q "a b")" "pinned -q a b"
for tool in curl wget unzip; do
	if [ -e "$work/with-$tool/$tool" ]; then
		check "it is also fetched with $tool" "$(mvnw "$work/with-$tool" "home-$tool" -q "a b")" "pinned -q a b"
	else
		echo "skipped: $tool is not installed"
	fi
done
check "nothing but the pinned Maven stays in the cache" \
	"$(ls -A "$work/home2/.m2/wrapper/dists/apache-maven-9.9.9")" "apache-maven-9.9.9"
check "an old Maven is not used" "$(mvnw "$work/old:$work/tools" home3 -q)" "pinned -q"
(unset HOME MAVEN_USER_HOME MVNW_DISTRIBUTION_URL
	PATH="$work/tools" JAVA_HOME="$work/jdk-25" no_proxy=127.0.0.1 "$project/mvnw" >/dev/null 2>&1) || :
check "without HOME, Java's idea of it is used" "$(ls "$work/user-25/.m2/wrapper/dists")" "apache-maven-9.9.9"

settings "$site/nowhere.zip" "$sum"
check "the cached one is used, without the network" "$(mvnw "$work/new:$work/tools" home2 -q)" "pinned -q"
instead="check the connection, or install Maven 3.8 or newer."
check "a failed download says what to do" "$(mvnw "$work/tools" home4)" \
	"mvnw: Maven 9.9.9 could not be downloaded (neither curl nor wget is installed, and Java alone did not get it): $instead"
script "$work/failing/curl" 'echo "curl: (6) Could not resolve host" >&2; exit 6'
check "and gives curl's own reason" "$(mvnw "$work/failing:$work/tools" home4)" \
	"mvnw: Maven 9.9.9 could not be downloaded (curl: (6) Could not resolve host): $instead"
settings "$site/maven.zip" 0000
check "another file than the pinned one is refused" "$(mvnw "$work/tools" home4)" \
	"mvnw: the downloaded Maven 9.9.9 is not the pinned one (SHA-256 differs): try again, or install Maven 3.8 or newer."
check "and leaves nothing behind" "$(ls -A "$work/home4/.m2/wrapper/dists/apache-maven-9.9.9")" ""

java_home=$work/nowhere
check "a JAVA_HOME without Java is named" "$(mvnw "$work/new:$work/tools" home1)" \
	"mvnw: JAVA_HOME is $work/nowhere, but no bin/java is in it: let it name the folder of a JDK 25, or unset it."
java_home=
check "without any Java it says what to install" "$(mvnw "$work/new:$work/tools" home1)" \
	"mvnw: no Java found: install a JDK 25 (https://adoptium.net), or set JAVA_HOME to it."
script "$work/stub/java" 'echo "no Java runtime present" >&2; exit 1'
check "a java that does not run is named" "$(mvnw "$work/stub:$work/new:$work/tools" home1)" \
	"mvnw: $work/stub/java does not run: install a JDK 25 (https://adoptium.net), or set JAVA_HOME to it."

java_home=$work/jdk-17
check "where the build finds no JDK 25, mvnw says so" "$(mvnw "$work/without-25:$work/tools" home1 verify)" \
	"mvnw: Selftimed needs a JDK 25 or newer: install one (https://adoptium.net); JDK 17 may stay beside it."
check "an older Java will do where the build finds a JDK 25" "$(cd "$work" && mvnw "$work/new:$work/tools" home1 verify)" \
	"[verify] in $work, base unset"
script "$work/other-25/bin/javac" ''
mkdir -p "$work/user-17/.m2"
for number in 25.0.3 17.0.1; do
	printf '<version>%s</version>\n<jdkHome>%s</jdkHome>\n' "$number" "$work/other-${number%%.*}"
done >"$work/user-17/.m2/discovered-jdk-toolchains-cache.xml"
check "and is not asked again where it has found one" "$(mvnw "$work/without-25:$work/tools" home1 verify)" "installed verify"
rm "$work/other-25/bin/javac"
check "unless that is gone" "$(mvnw "$work/without-25:$work/tools" home1 verify)" \
	"mvnw: Selftimed needs a JDK 25 or newer: install one (https://adoptium.net); JDK 17 may stay beside it."
exit "$failed"
