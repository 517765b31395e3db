# Two stages: the first takes the jar apart, and builds it before if it is not there; the second runs it,
# as nobody in particular, from classes that were loaded and linked once at build time.

FROM eclipse-temurin:25-jdk AS build
WORKDIR /build
COPY . .
RUN if [ ! -f target/selftimed.jar ]; then sh ./mvnw --batch-mode --no-transfer-progress -DskipTests package; fi \
	&& java -Djarmode=tools -jar target/selftimed.jar extract --destination /app

FROM eclipse-temurin:25-jre
WORKDIR /app
COPY --from=build /app /app
COPY src/main/docker/is-ready /usr/local/bin/is-ready
# Starts once, up to the moment when it would serve, so that the next start finds its classes ready. Whoever
# runs it with other options for memory or garbage collection than these loses the cache, not the start.
RUN java -XX:AOTCacheOutput=selftimed.aot -XX:+UseSerialGC -Dspring.context.exit=onRefresh \
		-Dspring.profiles.active=sandbox -Dselftimed.data-dir=/tmp/training -jar selftimed.jar \
	&& rm -rf /tmp/training /tmp/hsperfdata_* && chmod 444 selftimed.aot \
	&& mkdir --mode=0700 /data && chown 10001:10001 /data
USER 10001:10001
ENV SERVER_ADDRESS=0.0.0.0 SELFTIMED_DATADIR=/data
EXPOSE 8080
HEALTHCHECK --interval=5s --timeout=3s --start-period=60s --retries=3 CMD ["is-ready"]
ENTRYPOINT ["java", "-XX:AOTCache=selftimed.aot", "-XX:+UseSerialGC", "-XX:MaxRAMPercentage=60", \
	"-XX:+ExitOnOutOfMemoryError", "-jar", "selftimed.jar"]
