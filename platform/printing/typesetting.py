"""The process that sets one PDF: reads an order as JSON from standard input, writes the PDF to standard output.

A process of its own, because a typesetter that runs wild can then be ended, and takes no more memory than it may.
It is started by path and knows nothing of Django: it is up in a few hundredths of a second. It ends with 1 when
the template cannot be set, and with 3 when a character is in no font; the reason stands on standard error.
"""

from __future__ import annotations

import json
import resource
import sys

FAILED = 1
NO_GLYPH = 3


def main() -> int:
    """Set what standard input orders."""
    import typst  # here, so that who reads this file's constants does not load a typesetter

    order = json.load(sys.stdin)
    resource.setrlimit(resource.RLIMIT_AS, (order["memory"], order["memory"]))
    compiler = typst.Compiler(
        order["template"],
        root=order["root"],
        font_paths=order["font_paths"],
        ignore_system_fonts=True,
        sys_inputs=order["inputs"],
        # No package is ever looked for outside the project: its folder is the only one there is.
        package_path=order["root"],
        package_cache_path=order["root"],
    )
    try:
        document = compiler.compile(format="pdf", pdf_standards="ua-1")
    except typst.TypstError as error:
        sys.stderr.write(str(error))
        return NO_GLYPH if "could not be displayed with font" in str(error) else FAILED
    if not isinstance(document, bytes):
        sys.stderr.write("the typesetter gave no document")
        return FAILED
    sys.stdout.buffer.write(document)
    return 0


if __name__ == "__main__":
    sys.exit(main())
