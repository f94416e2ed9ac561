#!/usr/bin/env python3
"""Writes samples/flaws/, samples/accepted/ and samples/resubmission/, always the same bytes.

python3 samples/make.py
"""

import make_accepted
import make_flaws
import make_resubmission
from make_sheet import HERE

# What LibreOffice saved stays: Tests/libreoffice writes it.
for old in [*HERE.glob("flaws/*.csv"), *HERE.glob("accepted/**/*.csv")]:
    if not old.name.startswith("libreoffice-"):
        old.unlink()
make_flaws.write()
make_accepted.write()
make_resubmission.write()
