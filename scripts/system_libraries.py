"""Check that Qt finds the libraries of the system that its wheel does not bring, and get them where that can be done.

On Debian and Ubuntu as root they are installed; elsewhere the command to type is printed. What cannot be mended here is
said and does not fail the setup: the engine needs none of it, and trains in the terminal all the same.
"""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

PACKAGES = {  # the beginning of a library's name -> the package of Debian and Ubuntu that holds it
    "libEGL": "libegl1",
    "libGL.": "libgl1",
    "libOpenGL": "libopengl0",
    "libfontconfig": "libfontconfig1",
    "libfreetype": "libfreetype6",
    "libglib-2.0": "libglib2.0-0",
    "libgthread-2.0": "libglib2.0-0",
    "libdbus-1": "libdbus-1-3",
    "libxkbcommon.": "libxkbcommon0",
    "libxkbcommon-x11": "libxkbcommon-x11-0",
    "libxcb-cursor": "libxcb-cursor0",
    "libxcb-icccm": "libxcb-icccm4",
    "libxcb-image": "libxcb-image0",
    "libxcb-keysyms": "libxcb-keysyms1",
    "libxcb-randr": "libxcb-randr0",
    "libxcb-render-util": "libxcb-render-util0",
    "libxcb-render.": "libxcb-render0",
    "libxcb-shape": "libxcb-shape0",
    "libxcb-shm": "libxcb-shm0",
    "libxcb-sync": "libxcb-sync1",
    "libxcb-util": "libxcb-util1",
    "libxcb-xfixes": "libxcb-xfixes0",
    "libxcb-xinput": "libxcb-xinput0",
    "libxcb-xkb": "libxcb-xkb1",
    "libxcb-glx": "libxcb-glx0",
    "libxcb-dri": "libxcb-dri3-0",
    "libxcb.": "libxcb1",
    "libX11-xcb": "libx11-xcb1",
    "libX11.": "libx11-6",
    "libICE": "libice6",
    "libSM": "libsm6",
    "libwayland-client": "libwayland-client0",
    "libwayland-cursor": "libwayland-cursor0",
    "libwayland-egl": "libwayland-egl1",
}
FILES = [
    *("lib/libQt6Gui.so.6", "lib/libQt6Widgets.so.6", "lib/libQt6Svg.so.6", "lib/libQt6XcbQpa.so.6"),
    *("plugins/platforms/libqxcb.so", "plugins/platforms/libqoffscreen.so"),
]
WAYLAND = "plugins/platforms/libqwayland.so"


def main() -> None:
    missing = missing_libraries()
    if missing:
        print(f"Qt needs libraries that this system lacks: {', '.join(missing)}", flush=True)
        get(missing)
    refusal = window_refused()
    if refusal:
        print(f"Qt cannot open a window here, so only training in the terminal will work:\n{refusal}")


def get(missing: list[str]) -> None:
    """Install the packages of these libraries, or say how."""
    packages = packages_for(missing)
    if not packages or shutil.which("apt-get") is None:
        print("Install the packages of your system that hold them; until then the window may not open.")
        return
    command = f"apt-get update && apt-get install -y --no-install-recommends {' '.join(packages)}"
    if os.geteuid() != 0:
        print(f"Until they are there the window may not open. Type this:\n\n    sudo sh -c '{command}'\n")
        return
    print(f"Installing them: {command}", flush=True)
    done = subprocess.run(["sh", "-c", command], env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"}, check=False)
    still = missing_libraries()
    if done.returncode != 0 or still:
        print(f"That did not get {', '.join(still)}; the reason stands above. The window may not open without them.")


def missing_libraries() -> list[str]:
    """Names of libraries that Qt's own files ask for and the system does not have. Linux tells; elsewhere none."""
    if sys.platform != "linux" or shutil.which("ldd") is None:
        return []
    import PySide6

    qt = Path(PySide6.__file__).parent / "Qt"
    wanted = [*FILES, WAYLAND] if os.environ.get("WAYLAND_DISPLAY") else FILES
    files = [qt / name for name in wanted if (qt / name).exists()]
    asked = subprocess.run(["ldd", *map(str, files)], capture_output=True, text=True, check=False)
    return sorted(set(re.findall(r"^\s*(\S+) => not found", asked.stdout, re.MULTILINE)))


def packages_for(libraries: list[str]) -> list[str]:
    """The packages of Debian and Ubuntu that hold these libraries."""
    found = {
        package for library in libraries for beginning, package in PACKAGES.items() if library.startswith(beginning)
    }
    return sorted(found)


def window_refused() -> str:
    """Why Qt cannot open a window, one that nobody sees; empty where it can."""
    code = "from PySide6 import QtWidgets; QtWidgets.QApplication([]); QtWidgets.QWidget().show()"
    unseen = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    tried = subprocess.run([sys.executable, "-c", code], env=unseen, capture_output=True, text=True, check=False)
    return tried.stderr.strip() if tried.returncode else ""


if __name__ == "__main__":
    main()
