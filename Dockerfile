# Two stages: the first builds, the second holds only what runs.
#   docker build -t moisson .
#   docker run -p 8080:8080 -v moisson:/data moisson
# The demonstration, on fictional samples:
#   docker run --rm -p 8080:8080 moisson demo
FROM maven:3.9-eclipse-temurin-21 AS build
WORKDIR /build
# Libraries change less often than sources: their layer is kept while the pom stays the same. What this does not fetch, the next step does.
COPY pom.xml ./
RUN mvn -B -ntp -q dependency:resolve
COPY src ./src
RUN mvn -B -ntp -DskipTests package

FROM eclipse-temurin:21-jre
# A user that owns nothing but the data and the place where the demonstration works.
RUN groupadd --system --gid 10001 moisson \
 && useradd --system --uid 10001 --gid moisson --home-dir /app --no-create-home --shell /usr/sbin/nologin moisson \
 && mkdir -p /data /app/demo \
 && chown moisson:moisson /data /app/demo
WORKDIR /app
# Without src/ beside it the start script never tries to build. From what changes least to what changes most.
COPY LICENSE moisson ./
COPY --from=build /build/target/lib ./target/lib
COPY samples ./samples
COPY routes ./routes
COPY --from=build /build/target/moisson-*.jar ./target/
USER 10001:10001
# Inside the container the server must listen on every address; publishing the port is the operator's choice.
ENV MOISSON_ADDRESS=0.0.0.0 \
    MOISSON_PORT=8080 \
    MOISSON_DATA=/data
VOLUME /data
EXPOSE 8080
# No curl or wget is promised in the image, bash is: the start script needs it too.
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 \
  CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /sante HTTP/1.0\\r\\nHost: localhost\\r\\n\\r\\n' >&3 && head -n 1 <&3 | grep -q ' 200'"]
ENTRYPOINT ["./moisson"]
CMD ["serve"]
