# SPDX-License-Identifier: Apache-2.0
"""Styles that QGIS and others read: QML and SLD documents for the layers of a road network.

QML is what QGIS itself saves: a rule-based renderer whose rules have a filter, a label and a symbol. SLD is version 1.1
of OGC 05-078r4 with Symbology Encoding of OGC 05-077r4.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from xml.etree import ElementTree as Xml

from . import road_looks
from .road_looks import LineLook, MarkLook

SLD, SE, OGC = "http://www.opengis.net/sld", "http://www.opengis.net/se", "http://www.opengis.net/ogc"
PIXELS_PER_MM = 1 / 0.28
"""A pixel of SLD is 0.28 mm."""
SE_SHAPES = {"cross2": "x", "diamond": "square", "pentagon": "circle"}
"""Shapes of QGIS that the well-known marks of Symbology Encoding lack, and what stands for them."""


@dataclass(frozen=True)
class Rule:
    """What one kind of feature looks like; `value` None stands for features that no other rule takes."""

    label: str
    look: LineLook | MarkLook
    column: str = ""
    value: str | None = None
    differs: bool = False  # features of any other value than `value`

    def expression(self) -> str:
        """Return the filter as QGIS writes it."""
        if not self.column:
            return ""
        if self.value is None:
            return "ELSE"
        text = self.value.replace("'", "''")
        return f"\"{self.column}\" {'<>' if self.differs else '='} '{text}'"


def rules_for(layer: str, words: Iterable[str], gates: bool = False) -> list[Rule]:
    """Return the rules of a layer of `Network.to_file` in which these classes or kinds occur."""
    if layer == "nodes":
        return [Rule("nodes", road_looks.NODE)]
    tables: Mapping[str, tuple[str, Mapping[str, Any], Any]] = {
        "arcs": ("road_class", road_looks.ROADS, road_looks.OTHER_ROAD),
        "repairs": ("kind", road_looks.REPAIRS, road_looks.OTHER_REPAIR),
        "gate_candidates": ("kind", road_looks.GATES, road_looks.OTHER_GATE),
    }
    column, looks, other = tables[layer]
    rules = [
        Rule(road_looks.title(word), looks.get(word, other), column, word)
        for word in road_looks.in_order(words, looks)
        if word in looks
    ]
    rules.append(Rule("other", other, column))
    if gates:
        rules.append(Rule("in a gate", road_looks.ON_GATE, "gate", "", differs=True))
    return rules


def qml(rules: list[Rule]) -> str:
    """Return the style as QGIS saves it."""
    root = Xml.Element("qgis", version="3.22.0-Białowieża", styleCategories="Symbology")
    renderer = Xml.SubElement(
        root, "renderer-v2", type="RuleRenderer", symbollevels="0", enableorderby="0", forceraster="0"
    )
    listed = Xml.SubElement(renderer, "rules", key="{aidway-rules}")
    symbols = Xml.SubElement(renderer, "symbols")
    for place, rule in enumerate(rules):
        told = {"key": f"{{aidway-rule-{place}}}", "symbol": str(place), "label": rule.label}
        if rule.expression():
            told["filter"] = rule.expression()
        Xml.SubElement(listed, "rule", told)
        kind = "line" if isinstance(rule.look, LineLook) else "marker"
        symbol = Xml.SubElement(
            symbols, "symbol", type=kind, name=str(place), alpha="1", clip_to_extent="1", force_rhr="0"
        )
        layer_class = "SimpleLine" if isinstance(rule.look, LineLook) else "SimpleMarker"
        layer = Xml.SubElement(symbol, "layer", {"class": layer_class, "enabled": "1", "locked": "0", "pass": "0"})
        _properties(layer, _line(rule.look) if isinstance(rule.look, LineLook) else _mark(rule.look))
    return "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n" + _written(root)


def sld(name: str, rules: list[Rule]) -> str:
    """Return the style of the layer `name` as a Styled Layer Descriptor."""
    for prefix, space in (("", SLD), ("se", SE), ("ogc", OGC)):
        Xml.register_namespace(prefix, space)
    root = Xml.Element(f"{{{SLD}}}StyledLayerDescriptor", version="1.1.0")
    named = Xml.SubElement(root, f"{{{SLD}}}NamedLayer")
    Xml.SubElement(named, f"{{{SE}}}Name").text = name
    style = Xml.SubElement(named, f"{{{SLD}}}UserStyle")
    Xml.SubElement(style, f"{{{SE}}}Name").text = name
    types = Xml.SubElement(style, f"{{{SE}}}FeatureTypeStyle")
    for rule in rules:
        told = Xml.SubElement(types, f"{{{SE}}}Rule")
        Xml.SubElement(told, f"{{{SE}}}Name").text = rule.label
        if rule.column and rule.value is None:
            Xml.SubElement(told, f"{{{SE}}}ElseFilter")
        elif rule.column:
            _filter(told, rule)
        if isinstance(rule.look, LineLook):
            _se_line(told, rule.look)
        else:
            _se_mark(told, rule.look)
    return _written(root)


def _written(root: Xml.Element) -> str:
    Xml.indent(root, " ")
    return Xml.tostring(root, encoding="unicode") + "\n"


def _properties(layer: Xml.Element, properties: Mapping[str, str]) -> None:
    """Write the properties of a symbol, as QGIS reads them since 3.26 and as it read them before."""
    options = Xml.SubElement(layer, "Option", type="Map")
    for name, value in properties.items():
        Xml.SubElement(options, "Option", type="QString", name=name, value=value)
    for name, value in properties.items():
        Xml.SubElement(layer, "prop", k=name, v=value)


def _rgba(colour: str) -> str:
    return ",".join(str(int(colour[at : at + 2], 16)) for at in (1, 3, 5)) + ",255"


def _line(look: LineLook) -> dict[str, str]:
    dashes = look.dashes_mm
    return {
        "line_color": _rgba(look.colour),
        "line_style": "solid",
        "line_width": f"{look.width_mm:g}",
        "line_width_unit": "MM",
        "capstyle": "flat" if dashes else "round",
        "joinstyle": "round",
        "use_custom_dash": "1" if dashes else "0",
        "customdash": ";".join(f"{length:g}" for length in dashes) or "5;2",
        "customdash_unit": "MM",
    }


def _mark(look: MarkLook) -> dict[str, str]:
    return {
        "name": look.shape,
        "size": f"{look.size_mm:g}",
        "size_unit": "MM",
        "color": _rgba(look.fill),
        "outline_color": _rgba(look.edge),
        "outline_style": "solid",
        "outline_width": "0.4",
        "outline_width_unit": "MM",
    }


def _filter(rule: Xml.Element, told: Rule) -> None:
    compare = "PropertyIsNotEqualTo" if told.differs else "PropertyIsEqualTo"
    within = Xml.SubElement(Xml.SubElement(rule, f"{{{OGC}}}Filter"), f"{{{OGC}}}{compare}")
    Xml.SubElement(within, f"{{{OGC}}}PropertyName").text = told.column
    Xml.SubElement(within, f"{{{OGC}}}Literal").text = told.value


def _parameter(within: Xml.Element, name: str, text: str) -> None:
    Xml.SubElement(within, f"{{{SE}}}SvgParameter", name=name).text = text


def _pixels(mm: float) -> str:
    return f"{mm * PIXELS_PER_MM:.2f}".rstrip("0").rstrip(".")


def _se_line(rule: Xml.Element, look: LineLook) -> None:
    stroke = Xml.SubElement(Xml.SubElement(rule, f"{{{SE}}}LineSymbolizer"), f"{{{SE}}}Stroke")
    _parameter(stroke, "stroke", look.colour)
    _parameter(stroke, "stroke-width", _pixels(look.width_mm))
    if look.dashes:
        _parameter(stroke, "stroke-dasharray", " ".join(_pixels(length) for length in look.dashes_mm))


def _se_mark(rule: Xml.Element, look: MarkLook) -> None:
    graphic = Xml.SubElement(Xml.SubElement(rule, f"{{{SE}}}PointSymbolizer"), f"{{{SE}}}Graphic")
    mark = Xml.SubElement(graphic, f"{{{SE}}}Mark")
    Xml.SubElement(mark, f"{{{SE}}}WellKnownName").text = SE_SHAPES.get(look.shape, look.shape)
    _parameter(Xml.SubElement(mark, f"{{{SE}}}Fill"), "fill", look.fill)
    stroke = Xml.SubElement(mark, f"{{{SE}}}Stroke")
    _parameter(stroke, "stroke", look.edge)
    _parameter(stroke, "stroke-width", _pixels(0.4))
    Xml.SubElement(graphic, f"{{{SE}}}Size").text = _pixels(look.size_mm)
    if look.shape == "diamond":
        Xml.SubElement(graphic, f"{{{SE}}}Rotation").text = "45"
