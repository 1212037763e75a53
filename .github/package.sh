#!/usr/bin/env bash
# Builds what a release offers for Linux into target/dist: a static binary in an archive, and a .deb with manual page,
# completions and licences. Needs a Rust toolchain, and cargo-deb for the package.
#
#   .github/package.sh [TARGET]     x86_64-unknown-linux-musl unless named
set -euo pipefail
cd "$(dirname "$0")/.."

target=${1:-x86_64-unknown-linux-musl}
dist=target/dist

rustup target add "$target"
# A static program at a fixed address needs no loader and no relocation at its start.
RUSTFLAGS="-C target-feature=+crt-static -C relocation-model=static" \
  cargo build --release --locked --target "$target"
program=target/$target/release/esg-tui

rm -rf "$dist"
mkdir -p "$dist"
"$program" man >"$dist/esg-tui.1"
for shell in bash zsh fish; do
  "$program" completions "$shell" >"$dist/esg-tui.$shell"
done

version=$("$program" --version | cut -d' ' -f2)
name=esg-tui-$version-$target
mkdir "$dist/$name"
cp "$program" LICENSE README.md CHANGELOG.md assets/fonts/OFL-*.txt "$dist"/esg-tui.* "$dist/$name"
tar -C "$dist" --owner=0 --group=0 --sort=name -czf "$dist/$name.tar.gz" "$name"
rm -r "${dist:?}/$name"

if cargo deb --version >/dev/null 2>&1; then
  cargo deb --no-build --no-strip --target "$target" --output "$dist"
else
  echo "package.sh: no cargo-deb, so no .deb (cargo install cargo-deb)" >&2
fi
ls -l "$dist"
