#!/usr/bin/env bash
# Installs a real VS Code into a folder, from npm alone: code-server, which is
# VS Code served to a browser, and Playwright to drive that browser. What it
# would fetch from elsewhere is left out: it brings its own search program, and
# here Debian's ripgrep serves, where there is one.
#
#     bash test/inside/install.sh FOLDER
#
# Needs node 20, a C++ compiler, python3, and Debian's libkrb5-dev and libx11-dev.
# About 1 GB, and some minutes of compiling.
set -euo pipefail
folder=${1:?"say where to, as: bash test/inside/install.sh FOLDER"}
mkdir -p "$folder"
cd "$folder"
quiet=(--ignore-scripts --no-audit --no-fund --loglevel=error)

[ -e package.json ] || echo '{ "private": true }' >package.json
npm install "${quiet[@]}" code-server@4.100.3 playwright-core@1.55.0
# What is built is asked for by its source, and may ask npm for the builder.
export npm_config_build_from_source=true npm_config_yes=true
# Node's headers, where they came with it; else they are fetched from nodejs.org.
beside=$(dirname "$(dirname "$(readlink -f "$(command -v node)")")")
if [ -e "$beside/include/node/node.h" ]; then
  export npm_config_nodedir=$beside
fi
npm rebuild --loglevel=error argon2

cd node_modules/code-server/lib/vscode
npm install "${quiet[@]}" --omit=dev
npm install "${quiet[@]}" --omit=dev --prefix extensions
ln -sfn node_modules node_modules.asar
# One after another: where one cannot be built, npm leaves out those behind it.
for part in @parcel/watcher @vscode/deviceid @vscode/spdlog kerberos native-watchdog node-pty; do
  npm rebuild --loglevel=error "$part" || echo "$part was not built"
done
if rg=$(command -v rg); then
  mkdir -p node_modules/@vscode/ripgrep/bin
  ln -sfn "$rg" node_modules/@vscode/ripgrep/bin/rg
fi
for built in @vscode/spdlog/build/Release/spdlog.node node-pty/build/Release/pty.node; do
  [ -e "node_modules/$built" ] || { echo "$built was not built"; exit 1; }
done
echo "VS Code is in $folder: POSTLINT_VSCODE=$folder"
