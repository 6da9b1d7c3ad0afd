# A PostgreSQL 15 of Debian for one run: start_postgresql FOLDER sets POSTGRESQL_URL, stop_postgresql ends it.

POSTGRESQL_BIN=/usr/lib/postgresql/15/bin
POSTGRESQL_DATA=

as_postgres() {
  if [[ $(id -u) -eq 0 ]]; then runuser -u postgres -- "$@"; else "$@"; fi
}

start_postgresql() {
  local folder=$1 port
  port=$(node -e 'const s = require("net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close() })')
  mkdir -p "$folder"
  if [[ $(id -u) -eq 0 ]]; then chown postgres "$folder"; fi
  as_postgres "$POSTGRESQL_BIN/initdb" -D "$folder/data" -U kehui --auth=trust --encoding=UTF8 --locale=C.UTF-8 >/dev/null || return 1
  as_postgres "$POSTGRESQL_BIN/pg_ctl" -D "$folder/data" -w -l "$folder/log" \
    -o "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off" start >/dev/null || return 1
  POSTGRESQL_DATA=$folder/data
  POSTGRESQL_URL=postgres://kehui@127.0.0.1:$port/kehui
  (cd / && psql --quiet "postgres://kehui@127.0.0.1:$port/postgres" -c 'CREATE DATABASE kehui')
}

stop_postgresql() {
  if [[ -n $POSTGRESQL_DATA ]]; then
    as_postgres "$POSTGRESQL_BIN/pg_ctl" -D "$POSTGRESQL_DATA" -m immediate stop >/dev/null
  fi
}
