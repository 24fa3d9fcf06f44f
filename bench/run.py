#!/usr/bin/env python
"""How fast the site is, each figure beside its floor: ``make bench``.

All of it takes about half an hour; `--pages 100 --engine tantivy --rounds 7 --part serving` runs a part. The
figures go to ``var/bench/results.json``; docs/performance.md says how to read them.
"""

import sys
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
    from bench.command import main

    main()
