"""What is corrected in a statement: values, who said it, its origin, its place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rest_framework import serializers
from rest_framework.response import Response

from claims.api.acts.asked import (
    AttributionAsked,
    CorrectFacetAsked,
    MergeOriginAsked,
    OriginAsked,
    PlacedAsked,
    ReasonAsked,
)
from claims.api.acts.base import (
    Act,
    Done,
    ReceiptSerializer,
    Values,
    found,
    seen,
    tagged,
)
from claims.api.printed import VISIBLE
from claims.api.statements import StatementViewSet
from claims.facets.types import Hop, Kind
from claims.models import Origin, Statement
from claims.permissions import may_edit_statement
from claims.selectors.statement import statement_found, statement_sheet
from claims.services.attribution import attribution_correct
from claims.services.corrections import facet_correct, facet_remove, words_at
from claims.services.origins import origin_correct, origin_named, origins_merge
from claims.services.statements import statement_hide
from factcheck.operations.tokens import CURATE

if TYPE_CHECKING:
    from rest_framework.request import Request

AS_READ = "the ETag of the statement as you have read it; without it 428"
STATEMENTS = Statement.objects.filter(VISIBLE).select_related("article")


def statement_of(pk: int, field: str) -> Statement:
    """A statement that a body names. Raises ValidationError about the field."""
    row = STATEMENTS.filter(pk=pk).first()
    if row is None:
        raise serializers.ValidationError({field: f"There is no statement {pk}."})
    return row


def statements_of(ids: list[int], field: str) -> list[Statement]:
    """Statements that a body names, each once. Raises ValidationError."""
    rows = STATEMENTS.in_bulk(ids)
    missing = [str(pk) for pk in ids if pk not in rows]
    if missing:
        raise serializers.ValidationError(
            {field: f"There is no statement {', '.join(missing)}."}
        )
    return list(rows.values())


class StatementReceiptSerializer(ReceiptSerializer):
    """The statement. hidden: it counts nowhere and is shown to nobody."""

    id = serializers.IntegerField()
    hidden = serializers.BooleanField()
    origin = serializers.IntegerField(
        allow_null=True, help_text="number of the origin; null: the outlet itself"
    )


class StatementAct(Act):
    """A correction of what was read from the words; links and counts follow at once."""

    allowed = may_edit_statement
    uses_engine = True
    write_scope = CURATE
    receipt = StatementReceiptSerializer
    preconditions = AS_READ

    def act(self, request: Request, given: Values, **numbers: int) -> Done:
        pk = numbers["pk"]
        found(STATEMENTS, pk)
        seen(request, StatementViewSet, pk)
        row = statement_found(pk)
        assert row is not None
        self.correct(row, given, {**self.by(request), "engine": self.engine()})
        return self.done(request, pk)

    def correct(self, row: Statement, given: Values, by: Values) -> None:
        """Call the service. Raises what it raises."""
        raise NotImplementedError

    def done(self, request: Request, pk: int) -> Done:
        """The receipt."""
        now = Statement.objects.get(pk=pk)
        hidden = now.hidden_by_id is not None
        told = {"id": pk, "hidden": hidden, "origin": now.origin_id}
        headers = {} if hidden else tagged(request, StatementViewSet, pk)
        return Done(now, told, headers)


def _place(row: Statement, given: Values) -> Values:
    start, end = given.get("start"), given.get("end")
    if start is None or end is None:
        start, end = words_at(row.quote, given["words"])
    return {
        "statement": row,
        "kind": Kind(given["kind"]),
        "start": start,
        "end": end,
        "reason": given.get("reason", ""),
    }


class CorrectFacetView(StatementAct):
    """Say what words of the quote mean, also where the engine has read nothing.

    value is written as an editor would: 6 June 2031, $2.5 billion, 90 minutes, denied.
    """

    summary = "Correct a facet of a statement"
    asked = CorrectFacetAsked

    def correct(self, row: Statement, given: Values, by: Values) -> None:
        place = _place(row, given)
        words = row.quote[place["start"] : place["end"]]
        facet_correct(**place, value=given.get("value") or words, **by)


class RemoveFacetView(StatementAct):
    """Say that words of the quote state nothing of the kind."""

    summary = "Remove a facet of a statement"
    asked = PlacedAsked

    def correct(self, row: Statement, given: Values, by: Values) -> None:
        facet_remove(**_place(row, given), **by)


class AttributionView(StatementAct):
    """Say who said it and through whom; an empty chain lets the engine's hold again."""

    summary = "Correct who said a statement"
    asked = AttributionAsked

    def correct(self, row: Statement, given: Values, by: Values) -> None:
        hops = [Hop(0, **hop) for hop in given["hops"]]
        attribution_correct(
            statement=row, hops=hops, reason=given.get("reason", ""), **by
        )


class OriginSerializer(serializers.ModelSerializer[Origin]):
    """A first-hand act to which statements go back."""

    class Meta:
        model = Origin
        fields = ["id", "kind", "label", "venue", "date_from", "date_to"]
        read_only_fields = fields


class OriginsSerializer(serializers.Serializer[Any]):
    """The origin of a statement, and others that it may have: of its claims, lately."""

    origin = OriginSerializer(allow_null=True)
    offered = OriginSerializer(many=True)


class OriginView(StatementAct):
    """Say which first-hand act the statement goes back to."""

    summary = "Correct the origin of a statement"
    shown_summary = "The origin of a statement, and others to choose from"
    asked = OriginAsked
    shown = OriginsSerializer

    def get(self, request: Request, **numbers: int) -> Response:
        found(STATEMENTS, numbers["pk"])
        row = statement_found(numbers["pk"])
        assert row is not None
        told = {"origin": row.origin, "offered": statement_sheet(row).origins}
        return Response(OriginsSerializer(told).data)

    def correct(self, row: Statement, given: Values, by: Values) -> None:
        origin_correct(
            statement=row,
            origin=_origin(row, given),
            reason=given.get("reason", ""),
            **by,
        )


def _origin(row: Statement, given: Values) -> Origin | None:
    if "origin" in given:
        return _known(given["origin"], "origin") if given["origin"] else None
    return origin_named(
        statement=row,
        kind=given["kind"],
        speaker=given.get("speaker", ""),
        venue=given.get("venue", ""),
    )


def _known(pk: int, field: str) -> Origin:
    known = Origin.objects.filter(pk=pk).select_related("merged_into").first()
    if known is None:
        raise serializers.ValidationError({field: f"There is no origin {pk}."})
    return known.merged_into or known


class MergeOriginView(StatementAct):
    """Say that the statement's origin and another are one act: they count as one."""

    summary = "Merge the origin of a statement"
    asked = MergeOriginAsked

    def correct(self, row: Statement, given: Values, by: Values) -> None:
        if row.origin is None:
            raise serializers.ValidationError(
                {"into": "No origin of this statement is known."}
            )
        del by["engine"]
        origins_merge(
            origin=row.origin.merged_into or row.origin,
            into=_known(given["into"], "into"),
            reason=given.get("reason", ""),
            **by,
        )


class HideView(StatementAct):
    """Hide the statement: it counts nowhere and is shown nowhere, also not by GET."""

    summary = "Hide a statement"
    asked = ReasonAsked

    def correct(self, row: Statement, given: Values, by: Values) -> None:
        statement_hide(statement=row, reason=given.get("reason", ""), **by)


class ShowView(StatementAct):
    """Show a hidden statement again. It has no ETag, so If-Match is not asked for."""

    summary = "Show a hidden statement again"
    asked = ReasonAsked
    preconditions = ""

    def act(self, request: Request, given: Values, **numbers: int) -> Done:
        rows = Statement.objects.filter(article__withdrawn_at=None)
        statement_hide(
            statement=found(rows, numbers["pk"]),
            hide=False,
            engine=self.engine(),
            reason=given.get("reason", ""),
            **self.by(request),
        )
        return self.done(request, numbers["pk"])
