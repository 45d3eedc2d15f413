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
cat <<TEXT
Version $version. Say in docs/upgrade.md and site/fr/admins/upgrade.md what it changes in data and configuration, and in
site/fr/changelog.md what CHANGELOG.md has of it; \`npm run docs:check\` compares them. Then: git tag v$version
TEXT
