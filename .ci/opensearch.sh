# An OpenSearch node from its Maven artefacts for one run: start_opensearch FOLDER sets OPENSEARCH_NODE_URL,
# stop_opensearch ends it.

OPENSEARCH_PID=

opensearch_classpath() {
  local to=$1 try
  for try in 1 2 3; do
    mvn -q -B -f .ci/opensearch/pom.xml org.apache.maven.plugins:maven-dependency-plugin:3.6.1:build-classpath \
      -Dmdep.outputFile="$to" && return 0
    echo "The artefacts of OpenSearch could not be fetched (try $try)."
    sleep 5
  done
  return 1
}

start_opensearch() {
  local folder=$1 port
  port=$(node -e 'const s = require("net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close() })')
  mkdir -p "$folder"
  opensearch_classpath "$folder/classpath" || return 1
  java -Xmx512m -cp "$(cat "$folder/classpath")" .ci/opensearch/OpenSearchNode.java "$folder/node" "$port" >"$folder/log" 2>&1 &
  OPENSEARCH_PID=$!
  OPENSEARCH_NODE_URL=http://127.0.0.1:$port
  for _ in $(seq 120); do
    if curl -fs "$OPENSEARCH_NODE_URL" >/dev/null; then return 0; fi
    if ! kill -0 "$OPENSEARCH_PID" 2>/dev/null; then break; fi
    sleep 1
  done
  tail -n 20 "$folder/log"
  return 1
}

stop_opensearch() {
  if [[ -n $OPENSEARCH_PID ]]; then
    kill "$OPENSEARCH_PID" 2>/dev/null
    wait "$OPENSEARCH_PID" 2>/dev/null
    OPENSEARCH_PID=
  fi
}
