"""Who says what on a news page, who is not named, and what is hedged.

>>> import sourcelight
>>> text = "“The bridge may close,” Mayor Anna Beck said."
>>> analysis = sourcelight.analyze(text)
>>> said = analysis.attributions[0]
>>> said.speaker, said.identity
('Anna Beck', 'named')
>>> said.words(text).content
'“The bridge may close,”'
>>> start, end = analysis.hedges[0].span
>>> text[start:end]
'may'

Texts stay on this machine: nothing is sent, stored or fetched.
"""

from sourcelight.analysis import (
    Analysis,
    Anonymity,
    Attribution,
    Hedge,
    HedgeGroup,
    Passage,
    PhraseMatch,
    Report,
    Source,
    Span,
    StandingShare,
    Why,
    Words,
)
from sourcelight.analyzer import Analyzer, Hedging, Language, Settings, Sureness, analyze, analyze_many

__all__ = [
    "Analysis",
    "Analyzer",
    "Anonymity",
    "Attribution",
    "Hedge",
    "HedgeGroup",
    "Hedging",
    "Language",
    "Passage",
    "PhraseMatch",
    "Report",
    "Settings",
    "Source",
    "Span",
    "StandingShare",
    "Sureness",
    "Why",
    "Words",
    "analyze",
    "analyze_many",
]
