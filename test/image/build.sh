#!/usr/bin/env bash
# Builds the image without a Docker engine (buildah in a chroot) and unpacks it:
#
#     test/image/build.sh FOLDER        # root; what it needs is installed by bin/setup --containers
#
# leaves the files in FOLDER/rootfs and what the image says of itself in FOLDER/image.json.
#
# Nothing is fetched but Debian's packages and npm's: in the place of node:20-bookworm-slim stands Debian's smallest system with this
# machine's Node.js. The first stage of the Dockerfile compiles what bin/setup has compiled here, for a minute; so its result is taken
# from here, unless IMAGE=whole.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

work=$1
[ "$(id -u)" -eq 0 ] || { echo 'Only root can build and run the image without an engine.' >&2; exit 1; }
tools=${XDG_CACHE_HOME:-$HOME/.cache}/verselink/containers
for tool in buildah debootstrap "$tools/docker-compose"; do
  command -v "$tool" >/dev/null || { echo "$tool is missing: run bin/setup --containers" >&2; exit 1; }
done
base=$tools/debian-12.tar
mkdir -p "$work"
# Layers laid over one another where the kernel can do that, else copied: half a minute more.
driver=vfs
if grep -qw overlay /proc/filesystems; then driver=overlay; fi
buildah() { command buildah --storage-driver $driver --root "$work/storage" --runroot "$work/run" "$@"; }

# Debian's smallest system; kept beside the clones of this machine, because it takes half of the time.
make_base() {
  debootstrap --variant=minbase --include=ca-certificates bookworm "$work/debian" >"$work/debootstrap.log"
  rm -rf "$work"/debian/{var/cache/apt,var/lib/apt/lists,usr/share/doc,usr/share/locale,usr/share/man}
  tar -cf "$work/base.tar" -C "$work/debian" --exclude=./dev --exclude=./proc --exclude=./sys .
  mv "$work/base.tar" "$base"
  rm -rf "$work/debian"
}

# This machine's Node.js and npm with its settings and certificates, the user `node`, and places to mount something at.
add_node() {
  local root=$1 npm
  npm=$(npm root --global)/npm
  mkdir -p "$root"/usr/{lib/node_modules,etc} "$root"/{dev,proc,sys,root} "$root/etc/ssl/certs"
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
  chroot "$root" groupadd --gid 1000 node
  chroot "$root" useradd --uid 1000 --gid node --create-home node
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

[ -f "$base" ] || make_base
mkdir "$work/node"
tar -xf "$base" -C "$work/node"
add_node "$work/node"
container=$(buildah from scratch)
buildah add --quiet "$container" "$work/node" / >/dev/null
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
cp -a "$(buildah mount "$container")" "$work/rootfs"
buildah umount --all >/dev/null
rm -rf "$work"/{storage,run,node,npm,build}
