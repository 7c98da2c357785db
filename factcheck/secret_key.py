"""The secret key of an installation, made at the first start and kept in a file.

Two processes may start at the same moment: each writes a file of its own, and the hard
link to the final name succeeds for exactly one of them. Nobody ever reads half a key.
"""

import os
import tempfile
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured
from django.core.management.utils import get_random_secret_key


def read_or_make(path: Path) -> str:
    """Return the key in `path`; make the file (mode 600) if there is none.

    Raises ImproperlyConfigured if the file is there but empty: an empty key would sign
    sessions that anybody can forge.
    """
    if not path.exists():
        _make(path)
    key = path.read_text(encoding="ascii").strip()
    if not key:
        raise ImproperlyConfigured(f"{path} is empty: delete it to get a new key")
    return key


def _make(path: Path) -> None:
    # mkstemp creates with mode 600, whatever the umask is.
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}-")
    draft = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.write(get_random_secret_key())
            file.flush()
            os.fsync(file.fileno())
        path.hardlink_to(draft)
    except FileExistsError:
        pass  # another process was first: its key counts
    finally:
        draft.unlink()
