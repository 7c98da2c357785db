"""Import and export of what curators keep in lists elsewhere: outlets; names go out.

CSV and JSON, with a preview that shows what each row changes and what is wrong with it;
nothing is written unless every row is right, and each row leaves its audit entry.
"""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, Any
from zoneinfo import available_timezones

from django.conf import settings
from django.core.exceptions import ValidationError
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from import_export import fields, resources, widgets
from import_export.admin import ExportMixin, ImportExportMixin
from import_export.forms import ExportForm

from claims.admin.formats import CSV, JSON
from claims.models import Name
from claims.services.outlets import count_again
from factcheck.operations.admin.audited import Admin
from factcheck.operations.audit import audit
from factcheck.operations.uploads import CappedUpload
from sources.models import Article, Outlet, OutletAlias, PublisherFamily
from sources.services import Refused, alias_value

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.db import models
    from django.http import HttpRequest, HttpResponse

# Between the aliases of an outlet in one cell.
BETWEEN = "|"
# Rows of one file: the preview holds each of them, and shows it.
MOST_ROWS = 2_000


class Transfer(resources.ModelResource):
    """Writes with one audit entry a row that is new or changed."""

    def after_init_instance(
        self, instance: Any, new: Any, row: Any, **options: Any
    ) -> None:
        instance.was = self._columns(instance) if not new else {}

    def after_save_instance(self, instance: Any, row: Any, **options: Any) -> None:
        """Called inside the transaction of the import, in the preview as well."""
        now = self._columns(instance)
        was = instance.was
        changed = {name for name in now if now[name] != was.get(name)}
        if not changed:
            return
        name = instance._meta.model_name
        audit(
            actor=options.get("user"),
            verb=f"{name}.{'update' if was else 'create'}",
            target=instance,
            before={key: was[key] for key in changed} if was else {},
            after={key: now[key] for key in changed},
            reason="import",
        )

    def _columns(self, instance: models.Model) -> dict[str, Any]:
        columns = {field.name: field for field in instance._meta.concrete_fields}
        return {
            name: columns[name].value_from_object(instance)
            for name in self.fields
            if name in columns and name != "id"
        }


class FamilyWidget(widgets.ForeignKeyWidget):
    """A family by its name; one that is not known yet is made."""

    def clean(self, value: Any, row: Any = None, **options: Any) -> Any:
        name = str(value or "").strip()
        if not name:
            return None
        return PublisherFamily.objects.get_or_create(name=name)[0]


class YesNoWidget(widgets.BooleanWidget):
    """1 or 0, true or false; nothing is no. What another word means is not guessed."""

    def clean(self, value: Any, row: Any = None, **options: Any) -> bool:
        if value not in (*self.TRUE_VALUES, *self.FALSE_VALUES, *self.NULL_VALUES):
            raise ValueError(f"“{value}” is neither 1 nor 0.")
        return value in self.TRUE_VALUES


class AliasesWidget(widgets.Widget):
    """ "name:quay sheet|domain:quay.example" """

    def clean(self, value: Any, row: Any = None, **options: Any) -> list[Any]:
        found = []
        for part in filter(None, map(str.strip, str(value or "").split(BETWEEN))):
            kind, _, word = part.partition(":")
            if kind not in OutletAlias.Kind.values or not word.strip():
                raise ValueError(f"“{part}” is no alias: write name:… or domain:…")
            try:
                found.append((kind, alias_value(kind=kind, value=word.strip())))
            except Refused as refusal:
                raise ValueError(f"“{part}”: {refusal.reason}") from refusal
        return found


class OutletResource(Transfer):
    """One row an outlet, known by its slug; aliases are added, none is taken away."""

    family = fields.Field("family", "family", FamilyWidget(PublisherFamily, "name"))
    is_wire = fields.Field("is_wire", "is_wire", YesNoWidget(coerce_to_string=True))
    aliases = fields.Field("alias_list", "aliases", AliasesWidget())

    class Meta:
        model = Outlet
        import_id_fields = ["slug"]
        fields = [
            "slug",
            "name",
            "family",
            "country",
            "language",
            "media_type",
            "is_wire",
            "time_zone",
            "aliases",
        ]
        export_order = fields
        skip_unchanged = True
        report_skipped = True
        use_transactions = True
        clean_model_instances = True

    def dehydrate_aliases(self, outlet: Outlet) -> str:
        rows = outlet.aliases.order_by("kind", "value")
        return BETWEEN.join(f"{row.kind}:{row.value}" for row in rows)

    def dehydrate_family(self, outlet: Outlet) -> str:
        return outlet.family.name if outlet.family else ""

    def before_import(self, dataset: Any, **options: Any) -> None:
        if len(dataset) > MOST_ROWS:
            raise ValidationError(f"At most {MOST_ROWS} rows at once.")

    def before_import_row(self, row: Any, **options: Any) -> None:
        zone = row.get("time_zone")
        if zone and zone not in available_timezones():
            raise ValidationError({"time_zone": f"No such time zone: {zone}"})

    def skip_row(
        self, instance: Any, original: Any, row: Any, import_validation_errors: Any
    ) -> bool:
        """A row may bring nothing but an alias."""
        if import_validation_errors or self._new_aliases(instance):
            return False
        now, was = self._columns(instance), instance.was
        return bool(was) and now == was

    def after_save_instance(self, instance: Any, row: Any, **options: Any) -> None:
        super().after_save_instance(instance, row, **options)
        for kind, value in self._new_aliases(instance):
            taken = OutletAlias.objects.filter(kind=kind, value=value).first()
            if taken is not None:
                raise ValidationError(
                    {"aliases": f"{kind}:{value} is an alias of {taken.outlet}."}
                )
            alias = OutletAlias.objects.create(outlet=instance, kind=kind, value=value)
            audit(
                actor=options.get("user"),
                verb="outletalias.create",
                target=alias,
                after={"outlet": instance.pk, "kind": kind, "value": value},
                reason="import",
            )
        if instance.was and instance.was["family"] != instance.family_id:
            count_again(Article.objects.filter(outlet=instance))

    def _new_aliases(self, instance: Any) -> list[tuple[str, str]]:
        wanted = getattr(instance, "alias_list", None) or []
        if instance.pk is None:
            return list(wanted)
        held = set(instance.aliases.values_list("kind", "value"))
        return [each for each in wanted if each not in held]


class NameResource(resources.ModelResource):
    """Names are exported with their spellings; they come in with the texts."""

    spellings = fields.Field("spellings", readonly=True)

    class Meta:
        model = Name
        fields = ["id", "kind", "canonical", "merged_into", "spellings"]
        export_order = fields

    def dehydrate_spellings(self, name: Name) -> str:
        return BETWEEN.join(
            name.variants.order_by("key").values_list("text", flat=True)
        )


def capped(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Reads a form whose files have no more than ADMIN_IMPORT_MAX_BYTES.

    The site's own check of the token comes after.
    """

    @wraps(view)
    def reads(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        cap = CappedUpload(request, most=settings.ADMIN_IMPORT_MAX_BYTES)
        request.upload_handlers.insert(0, cap)
        return view(request, *args, **kwargs)

    return csrf_exempt(reads)


# The package's other form, to choose columns, has styles and scripts in its page.
PLAIN = ExportForm


class Exported(ExportMixin, Admin):
    """An admin with export, for whoever may change its rows."""

    export_formats = [CSV, JSON]
    export_form_class = PLAIN

    def has_export_permission(self, request: HttpRequest) -> bool:
        return self.has_change_permission(request)


class Transferable(ImportExportMixin, Admin):
    """The same with import as well."""

    import_formats = export_formats = [CSV, JSON]
    export_form_class = PLAIN

    def has_export_permission(self, request: HttpRequest) -> bool:
        return self.has_change_permission(request)

    def get_urls(self) -> list[Any]:
        """The upload is capped before anything reads it."""
        urls: list[Any] = super().get_urls()
        for each in urls:
            if str(each.name).endswith(("_import", "_process_import")):
                each.callback = capped(each.callback)
        return urls

    def create_import_form(self, request: HttpRequest) -> Any:
        """Says so, where the file was too large to be read."""
        form = super().create_import_form(request)
        cap = next(
            each for each in request.upload_handlers if isinstance(each, CappedUpload)
        )
        if cap.too_large:
            form.is_bound = True  # also where the file came before the fields
            form.errors.clear()  # that it has no file
            most = filesizeformat(cap.most)
            form.add_error("import_file", _("Larger than %(most)s.") % {"most": most})
        return form

    def has_import_permission(self, request: HttpRequest) -> bool:
        return self.has_change_permission(request)
