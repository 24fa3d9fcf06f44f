"""Tables."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail.contrib.table_block.blocks import TableBlock


class DataTableBlock(TableBlock):
    """A table with a caption and real headers."""

    class Meta:
        icon = "table"
        label = _("Tabel")
        description = _("Gegevens in rijen en kolommen, met koppen.")
        template = "editorial/blocks/table.html"
        preview_value = {
            "data": [["Groep", "Leerlingen"], ["5", "24"], ["6", "27"]],
            "first_row_is_table_header": True,
            "first_col_is_header": False,
            "table_caption": "Deelnemers",
        }
