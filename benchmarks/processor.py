"""What a process has had of the processor."""

from __future__ import annotations

import os
from pathlib import Path


def processor_seconds(process: int) -> float:
    """Seconds of a processor that a process has had, in its own code and the system's; 0 where the system doesn't tell.

    Read from ``/proc/PID/stat`` (proc(5), fields utime and stime).
    """
    state = Path(f"/proc/{process}/stat")
    if not state.exists():
        return 0.0
    user, system = state.read_text().rpartition(")")[2].split()[11:13]
    return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")
