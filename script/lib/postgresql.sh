# A PostgreSQL server for one run of the suite: own folder, unix socket only, nothing kept. Sourced by script/test.

postgresql_programs() {
  local folder
  for folder in "$(pg_config --bindir 2>/dev/null)" /usr/lib/postgresql/*/bin /usr/local/bin /usr/bin; do
    if [[ -x $folder/initdb && -x $folder/pg_ctl && -x $folder/postgres ]]; then
      echo "$folder"
      return
    fi
  done
  return 1
}

# PostgreSQL refuses to run as root; Debian's package brings a user of its own for it.
as_postgres() {
  if [[ $(id -u) == 0 ]]; then runuser -u postgres -- "$@"; else "$@"; fi
}

# Sets DATABASE_URL. The settings trade safety for speed: a crash loses the database, which is thrown away anyway.
postgresql_start() {
  postgresql_programs >/dev/null || debian_install postgresql || return 1
  postgresql_bin=$(postgresql_programs)
  postgresql_folder=$(mktemp -d /tmp/levend-postgresql.XXXXXX)
  [[ $(id -u) != 0 ]] || chown postgres "$postgresql_folder"
  as_postgres "$postgresql_bin/initdb" --pgdata="$postgresql_folder/data" --username=levend --auth=trust \
    --encoding=UTF8 --locale=C.UTF-8 --no-sync >"$postgresql_folder.log" 2>&1 || { cat "$postgresql_folder.log"; return 1; }
  as_postgres "$postgresql_bin/pg_ctl" --pgdata="$postgresql_folder/data" --wait --silent --log="$postgresql_folder/log" \
    --options="-c listen_addresses= -c unix_socket_directories=$postgresql_folder -c fsync=off -c synchronous_commit=off \
-c full_page_writes=off -c max_connections=200" start >/dev/null </dev/null || { cat "$postgresql_folder/log"; return 1; }
  export DATABASE_URL="postgresql://levend@${postgresql_folder//\//%2F}/postgres"
}

postgresql_stop() {
  [[ -n ${postgresql_folder:-} ]] || return 0
  as_postgres "$postgresql_bin/pg_ctl" --pgdata="$postgresql_folder/data" --mode=immediate --silent stop >/dev/null 2>&1 || true
  rm -rf "$postgresql_folder" "$postgresql_folder.log"
  unset DATABASE_URL postgresql_folder
}
