#!/bin/sh
# Runs redis-server until either it ends by itself or our standard input closes, which it does when the process
# that started us dies, even by `kill -9`. Redis itself cannot watch its parent.
exec 3<&0
redis-server "$@" </dev/null 3<&- &
server=$!
(
  read -r _ <&3
  kill "$server"
) 2>/dev/null &
watch=$!
exec 3<&-
wait "$server"
code=$?
kill "$watch" 2>/dev/null
wait "$watch"
exit "$code"
