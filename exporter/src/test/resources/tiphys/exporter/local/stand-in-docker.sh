#!/bin/sh
# Stands in for docker: a container is a folder. Its command is really executed, in that folder;
# words that are paths of files in it are led there, since nothing here changes its root.
state=$(dirname "$0")/state
mkdir -p "$state/containers" "$state/volumes"
echo "$*" >>"$state/said"

fail() {
  echo "Error: $1" >&2
  exit "${2:-1}"
}

create() {
  entry=
  folder=/
  while [ $# -gt 0 ]; do
    case $1 in
      --name) container=$state/containers/$2; mkdir -p "$container/root/tmp" "$container/root/mnt" ;;
      --entrypoint) entry=$2 ;;
      --workdir) folder=$2 ;;
      --env) echo "$2" >>"$container/env" ;;
      --volume)
        case $2 in
          *:*) ln -s "$state/volumes/${2%%:*}" "$container/root${2#*:}" ;;
          *) mkdir -p "$container/root$2" ;;
        esac ;;
      --label | --pull) ;;
      *) break ;;
    esac
    shift 2
  done
  [ "$1" != nobody/missing ] || { rm -rf "$container"; fail "pull access denied for $1"; }
  [ -z "$entry" ] && [ $# -eq 1 ] && set -- "$1" echo "the image's own command"
  shift
  echo "$folder" >"$container/folder"
  i=0
  [ -z "$entry" ] || set -- "$entry" "$@"
  for word; do
    printf '%s' "$word" >"$container/word.$i"
    i=$((i + 1))
  done
}

copy() {
  case $1 in
    *:*)
      from=$state/containers/${1%%:*}/root${1#*:}
      [ -e "$from" ] || fail "Could not find the file ${1#*:} in container"
      cp -a "$(realpath "$from")" "$2" ;;
    *)
      to=$state/containers/${2%%:*}/root${2#*:}
      [ -d "$(dirname "$to")" ] || fail "Could not find the file $(dirname "${2#*:}") in container"
      case $1 in */.) mkdir -p "$to" ;; esac
      cp -a "$1" "$to" ;;
  esac
}

start() {
  container=$state/containers/$2
  [ -d "$container" ] || fail "No such container: $2"
  root=$container/root
  set --
  i=0
  while [ -e "$container/word.$i" ]; do
    word=$(cat "$container/word.$i")
    case $word in /*) [ ! -e "$root$word" ] || word=$root$word ;; esac
    set -- "$@" "$word"
    i=$((i + 1))
  done
  [ ! -e "$container/env" ] || while read -r line; do export "$line"; done <"$container/env"
  cd "$root$(cat "$container/folder")" || exit 126
  setsid "$@" &
  echo $! >"$container/running"
  wait $!
  code=$?
  rm -f "$container/running"
  exit $code
}

end() {
  [ -e "$state/containers/$1/running" ] || return 1
  kill -s KILL -- "-$(cat "$state/containers/$1/running")"
}

remove() {
  for name; do
    case $name in --*) continue ;; esac
    end "$name" 2>/dev/null
    rm -rf "$state/containers/$name"
  done
}

what=$1
shift
case $what in
  version | info) [ ! -e "$state/silent" ] || exec sleep 600 ;;
  create) create "$@" ;;
  cp) copy "$@" ;;
  start) start "$@" ;;
  kill) end "$1" || fail "container $1 is not running" ;;
  rm) remove "$@" ;;
  ps) ls "$state/containers" ;;
  volume)
    what=$1
    shift
    case $what in
      create) mkdir -p "$state/volumes/$3" ;;
      ls) ls "$state/volumes" ;;
      rm) shift; for name; do rm -rf "$state/volumes/$name"; done ;;
    esac ;;
  *) fail "unknown command $what" ;;
esac
