#!/bin/sh
# Shows that mvnw works with an installed Maven, with a cached one, and with a download, and that
# it says in one sentence what to do when none can be had.
set -eu
here=$(cd "$(dirname "$0")/../../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0

check() {
	if [ "$2" = "$3" ]; then
		echo "ok: $1"
	else
		echo "FAILED: $1: expected '$3' but was '$2'"
		failed=1
	fi
}

mkdir -p "$work/project/.mvn/wrapper" "$work/bin" "$work/tools" "$work/old" "$work/dist/apache-maven-9.9.9/bin"
cp "$here/mvnw" "$work/project/mvnw"
for tool in sh dirname sed tr head cut mkdir mktemp rm mv chmod cat curl unzip python3 sha256sum java; do
	path=$(command -v "$tool") && ln -s "$path" "$work/tools/$tool"
done
printf '#!/bin/sh\nif [ "$1" = --version ]; then echo "Apache Maven 3.8.7"; else echo "installed $*"; fi\n' >"$work/bin/mvn"
printf '#!/bin/sh\nif [ "$1" = --version ]; then echo "Apache Maven 3.6.3"; else echo "old $*"; fi\n' >"$work/old/mvn"
printf '#!/bin/sh\necho "pinned $*"\n' >"$work/dist/apache-maven-9.9.9/bin/mvn"
chmod +x "$work/bin/mvn" "$work/old/mvn" "$work/dist/apache-maven-9.9.9/bin/mvn"
(cd "$work/dist" && python3 -m zipfile -c "$work/maven.zip" apache-maven-9.9.9)
sum=$(sha256sum "$work/maven.zip" | cut -d ' ' -f 1)

settings() {
	printf 'distributionVersion=9.9.9\ndistributionUrl=file://%s\ndistributionSha256Sum=%s\n' "$1" "$2" \
		>"$work/project/.mvn/wrapper/maven-wrapper.properties"
}

run() {
	PATH=$1 HOME="$work/$2" MAVEN_USER_HOME="$work/$2" JAVA_HOME=/ sh "$work/project/mvnw" -q "a b" 2>&1 | tail -n 1
}

settings "$work/maven.zip" "$sum"
check "an installed Maven is used" "$(run "$work/bin:$work/tools" home1)" "installed -q a b"
check "without Maven the pinned one is downloaded" "$(run "$work/tools" home2)" "pinned -q a b"
settings "$work/nowhere.zip" "$sum"
check "the cached one is used, without the network" "$(run "$work/bin:$work/tools" home2)" "pinned -q a b"
check "an old Maven is not used, and a failed download says what to do" "$(run "$work/old:$work/tools" home3)" \
	"mvnw: Maven 9.9.9 could not be downloaded: check the connection, or install Maven 3.8 or newer."
settings "$work/maven.zip" 0000
check "another file than the pinned one is refused" "$(run "$work/tools" home4)" \
	"mvnw: the downloaded Maven 9.9.9 is not the pinned one (SHA-256 differs): try again, or install Maven 3.8 or newer."
exit "$failed"
