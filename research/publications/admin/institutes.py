"""The institutes of authors with their identifiers, in the menu of people."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, ObjectList
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views.snippets import CreateView, SnippetViewSet

from caching.generation import renew_on_commit
from editorial.models import PageAuthor
from research.identifiers import bare_isni, bare_ror
from research.publications.models import Affiliation


class InstituteForm(WagtailAdminModelForm):
    """Takes identifiers as somebody copies them; the model checks their checksums."""

    ror = forms.CharField(
        label=gettext_lazy("ROR"),
        max_length=60,
        required=False,
        help_text=gettext_lazy("Zoals https://ror.org/04dkp9463; te vinden op ror.org."),
    )
    isni = forms.CharField(
        label=gettext_lazy("ISNI"),
        max_length=60,
        required=False,
        help_text=gettext_lazy("Zoals 0000 0001 2181 7878; te vinden op isni.org."),
    )

    def clean_ror(self) -> str:
        """As it is kept."""
        return bare_ror(self.cleaned_data["ror"])

    def clean_isni(self) -> str:
        """As it is kept."""
        return bare_isni(self.cleaned_data["isni"])

    def clean(self) -> dict[str, Any]:
        """Without any identifier there is nothing to keep."""
        given: dict[str, Any] = super().clean()
        if not self.errors and not (given.get("ror") or given.get("isni")):
            self.add_error("ror", _("Vul een ROR of een ISNI in."))
        return given

    def save(self, commit: bool = True) -> Any:
        """Pages of researchers say it to machines at once."""
        renew_on_commit()
        return super().save(commit)


class InstituteCreateView(CreateView):
    """Begins with the name that the address gives, when it comes from the form of a person."""

    def get_initial(self) -> dict[str, Any]:
        """The name."""
        return {**super().get_initial(), "name": self.request.GET.get("name", "")[:200]}


class InstituteViewSet(SnippetViewSet):
    """Which institute is meant by what stands with authors as "werkte toen bij"."""

    model = Affiliation
    icon = "globe"
    base_url_path = "instellingen-van-auteurs"
    menu_hook = "register_people_menu_item"
    menu_label = gettext_lazy("Instellingen van auteurs")
    menu_order = 25
    add_view_class = InstituteCreateView
    list_display = ["name", "ror", "isni", Column("used", label=gettext_lazy("keer bij auteurs"))]
    search_fields = ["name", "ror", "isni"]
    list_per_page = 50
    copy_view_enabled = False
    edit_handler = ObjectList(
        [
            FieldPanel(
                "name",
                help_text=gettext_lazy(
                    "Precies zoals het bij de auteurs van een pagina staat, of als naam van de organisatie."
                ),
            ),
            FieldPanel("ror"),
            FieldPanel("isni"),
        ],
        base_form_class=InstituteForm,
    )

    def get_queryset(self, request: Any) -> QuerySet[Affiliation]:
        """With how often each stands with an author."""
        same = PageAuthor.objects.filter(affiliation=OuterRef("name")).order_by().values("affiliation")
        used = Subquery(same.annotate(number=Count("pk")).values("number"))
        return Affiliation.objects.annotate(used=Coalesce(used, 0)).order_by("name")
