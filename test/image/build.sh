#!/usr/bin/env bash
# Builds the image without a Docker engine (buildah in a chroot) and unpacks it:
#
#     test/image/build.sh FOLDER        # root; what it needs is installed by bin/setup --containers
#
# leaves the files in FOLDER/rootfs, mounted, and what the image says of itself in FOLDER/image.json; `test/image/build.sh FOLDER remove`
# takes both away.
#
# Nothing is fetched but npm's packages: in the place of node:20-bookworm-slim stands this machine's Debian, as far as it is essential,
# with this machine's Node.js. The first stage of the Dockerfile compiles what bin/setup has compiled here, for a minute; so its result is
# taken from here, unless IMAGE=whole.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

work=$1
[ "$(id -u)" -eq 0 ] || { echo 'Only root can build and run the image without an engine.' >&2; exit 1; }
tools=${XDG_CACHE_HOME:-$HOME/.cache}/verselink/containers
for tool in buildah dpkg-query apt-cache "$tools/docker-compose"; do
  command -v "$tool" >/dev/null || { echo "$tool is missing: run bin/setup --containers" >&2; exit 1; }
done
# Layers laid over one another where the kernel can do that, else copied: half a minute more.
driver=vfs
if grep -qw overlay /proc/filesystems; then driver=overlay; fi
buildah() { command buildah --storage-driver $driver --root "$work/storage" --runroot "$work/run" "$@"; }

remove() {
  buildah umount --all >/dev/null
  if mountpoint -q "$work/storage/overlay"; then umount "$work/storage/overlay"; fi
  rm -rf "$work"
}
if [ "${2:-}" = remove ]; then
  remove
  exit
fi
mkdir -p "$work"

# The files of Debian's essential packages and of what they need, from this machine.
add_debian() {
  local root=$1 essential
  essential=$(dpkg-query -W -f '${Essential} ${Package}\n' | sed -n 's/^yes //p')
  mkdir -p "$root"/usr/{bin,lib,lib64,sbin}
  apt-cache depends --recurse --installed --no-{recommends,suggests,conflicts,breaks,replaces,enhances} $essential libstdc++6 |
    sed -n 's/^\([a-z][^:]*\).*/\1/p' | sort -u | { xargs dpkg-query -L 2>/dev/null || true; } | grep -Ev '^/usr/share/(doc|man|locale)/|^/\.$|^[^/]' | sort -u |
    tar -C / --no-recursion --ignore-failed-read --files-from - -cf - 2>/dev/null | tar -C "$root" --keep-directory-symlink -xf -
}

# This machine's Node.js and npm with its settings and certificates, the user `node`, and places to mount something at.
add_node() {
  local root=$1 npm
  npm=$(npm root --global)/npm
  mkdir -p "$root"/usr/{lib/node_modules,etc} "$root"/{dev,proc,sys,home/node} "$root/etc/ssl/certs"
  cp "$(command -v node)" "$root/usr/bin/node"
  cp -r "$npm" "$root/usr/lib/node_modules/npm"
  ln -s ../lib/node_modules/npm/bin/npm-cli.js "$root/usr/bin/npm"
  ln -s ../lib/node_modules/npm/bin/npx-cli.js "$root/usr/bin/npx"
  cp /etc/ssl/certs/ca-certificates.crt "$root/etc/ssl/certs/"
  for settings in globalconfig userconfig; do
    settings=$(npm config get "$settings")
    [ ! -f "$settings" ] || cat "$settings" >>"$root/usr/etc/npmrc"
  done
  echo 'prefer-offline=true' >>"$root/usr/etc/npmrc"
  touch "$root"/etc/{hosts,resolv.conf}
  printf '%s\n' root:x:0:0::/root:/bin/sh node:x:1000:1000::/home/node:/bin/sh >"$root/etc/passwd"
  printf '%s\n' root:x:0: node:x:1000: >"$root/etc/group"
  chown 1000:1000 "$root/home/node"
}

# What the first stage would make, where the Dockerfile takes it from.
take_the_build() {
  local app=$1/app
  mkdir -p "$app/dist" "$app/console" "$app/site"
  cp -r dist/src "$app/dist/src"
  cp -r console/dist "$app/console/dist"
  [ -f site/dist/index.html ] || npm run -s docs:build >&2
  cp -r site/dist "$app/site/dist"
  find "$app" -name '*.map' -delete
}

container=$(buildah from scratch)
root=$(buildah mount "$container")
add_debian "$root"
add_node "$root"
buildah config --env PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin "$container"
buildah commit --quiet --rm "$container" localhost/node:20-bookworm-slim >/dev/null

arguments=(--isolation chroot --network host --pull-never --layers=false --ulimit nofile=20000:20000 --tag verselink)
if [ "${IMAGE:-}" = whole ]; then
  cp Dockerfile "$work/Dockerfile"
else
  take_the_build "$work/build"
  arguments+=(--build-context "build=$work/build")
  sed '/^FROM .* AS build$/,/^FROM /{/ AS build$/d;/^FROM /!d}' Dockerfile >"$work/Dockerfile"
fi
# A copy of npm's cache in hard links: the Dockerfile empties the cache that it finds.
if [ -d ~/.npm/_cacache ]; then
  mkdir "$work/npm"
  cp -rl ~/.npm/_cacache "$work/npm/"
  arguments+=(--volume "$work/npm:/root/.npm")
fi
buildah bud "${arguments[@]}" --file "$work/Dockerfile" . >"$work/build.log" 2>&1 || {
  cat "$work/build.log" >&2
  exit 1
}
buildah inspect --type image verselink >"$work/image.json"
container=$(buildah from --pull-never verselink)
ln -s "$(buildah mount "$container")" "$work/rootfs"
rm -rf "$work"/{npm,build}
