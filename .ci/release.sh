#!/bin/sh
# Makes a version of what .changes/unreleased holds: `npm run release`, or `npm run release 1.2.3` for a number of your own. It writes
# CHANGELOG.md and puts the number into every package.json
# but the sandbox's, which has its own; committing, tagging and publishing are up to you.
set -eu
changie() { npx --yes changie@1.26.0 "$@"; }
changie batch "${1:-auto}"
changie merge
version=$(changie latest --remove-prefix)
npm version "$version" --no-git-tag-version --allow-same-version --workspace=console --workspace=site --include-workspace-root >/dev/null
echo "Version $version. Say in docs/upgrade.md what it changes in data and configuration, then: git tag v$version"
