from __future__ import annotations

import os
import re
import shutil
import subprocess

from sextant._error import SextantError

_LEAST = 17
# From Java 24 on there is no security manager, which Spark 3.5 asks for.
_END = 24
_SECONDS = 60


def require() -> None:
    """Refuses a system without a Java that Spark 3.5 and Sextant run on.

    Raises:
        SextantError: There is no Java, or another version.
    """
    if os.name == "nt":
        raise SextantError("Sextant runs on Linux, and has no native libraries for Windows: use WSL, or a Linux machine")
    home = os.environ.get("JAVA_HOME")
    java = os.path.join(home, "bin", "java") if home else shutil.which("java")
    if java is None or not os.path.exists(java):
        where = f"JAVA_HOME is {home}, where no bin/java is" if home else "there is no java on the PATH"
        raise SextantError(f"there is no Java: {where}; install a JDK or JRE 17, or set JAVA_HOME to one")
    said = subprocess.run([java, "-version"], capture_output=True, text=True, errors="replace", timeout=_SECONDS)
    found = version(said.stderr)
    if found is None or not _LEAST <= found < _END:
        raise SextantError(
            f"{java} is Java {found or 'of an unknown version'}, and Sextant needs Java {_LEAST}: "
            f"set JAVA_HOME to a JDK or JRE {_LEAST}"
        )


def version(said: str) -> int | None:
    """The feature release that ``java -version`` names.

    >>> version('openjdk version "17.0.13" 2024-10-15'), version('java version "1.8.0_402"'), version("?")
    (17, 8, None)
    """
    found = re.search(r'version "(?:1\.)?(\d+)', said)
    return int(found[1]) if found else None
