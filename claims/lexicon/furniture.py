"""What a pasted news page carries beside the story. PURE data.

Patterns match one folded line (plain quotes, dashes and spaces), case ignored.
ANYWHERE lines are furniture up to LONG_WORDS words, SHORT lines up to SHORT_WORDS: a
longer line is story that holds the same words. LIST_HEADINGS open a list of
other stories: the unfinished lines that follow are furniture as well.
"""

from __future__ import annotations

from claims.lexicon.words import words

LONG_WORDS = 60  # words; rights notices and disclaimers stay below, stories do not
SHORT_WORDS = 30  # words; credits, bylines and prompts of the sample pages stay below

MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?"
_CLOCK = r"\d{1,2}(?::\d\d){1,2}(?:\s?[ap]\.?m\.?)?(?:\s?\(?[a-z]{2,4}\)?)?"
_DATE = (
    rf"(?:{WEEKDAY},?\s+)?(?:{MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}}"
    rf"|\d{{1,2}}\s+{MONTH},?\s+\d{{4}}|\d{{4}}[-/.]\d{{1,2}}[-/.]\d{{1,2}}\.?"
    rf"|\d{{1,2}}[-/.]\d{{1,2}}[-/.]\d{{4}})"
)

# A prompt stands at the start of a sentence; "residents can sign up" is a report.
_START = r"(?:^|[.!?] )\W*(?:please )?"

ANYWHERE: tuple[str, ...] = (
    # rights and machine notices
    r"^(?:copyright\b|\(c\)\s|©)",
    r"\ball rights reserved\b",
    r"\b(?:may|can|must)\s?not be (?:reprinted|republished|reproduced"
    r"|redistributed|copied)\b",
    r"\b(?:unauthori[sz]ed|no) (?:reproduction|reprint|redistribution)\b",
    r"^\W*(?:this|the) (?:article|story|text|translation|page) (?:has been|was|is) "
    r"(?:machine[- ]|auto\w* |partly |first )?(?:translated|generated|produced"
    r"|published"
    r"|reviewed|written|edited|syndicated|an exclusive|a contribution|part of|for)\b",
    r"^\W*(?:machine|automatic|ai)[- ]translat",
    r"^\W*(?:disclaimer|disclosure|editor'?s? note|correction policy)\b\s*:",
    r"^\W*(?:original|article|news) (?:source|link|url)\s*:",
    r"^\W*source\s*:\s*(?:https?:|www\.)",
    # a caption that ends with its credit, however long the caption is
    r"[.)\]] ?(?:photo|image|picture|illustration|credit)s?\s*(?:by\b|:|/"
    r"|courtesy\b|via\b)"
    r"[^.!?]{2,60}$",
    # prompts
    rf"{_START}sign up\b.{{0,60}}\b(?:free|preview|newsletters?|alerts?|account"
    r"|inbox|emails?)\b",
    rf"{_START}(?:sign|log) ?in\b.{{0,40}}\b(?:comment|account|continue|read)",
    rf"{_START}subscribe (?:now|today|to (?:our|the|get|continue|read|unlock))\b",
    r"\bto (?:unlock|continue reading|read) the (?:rest|full)\b",
    r"\b(?:get|delivered|straight|sent) (?:\w+ ){0,6}to your inbox\b",
    r"\bthis (?:content|article|story) is (?:only )?(?:for|available to) "
    r"(?:\w+ )?(?:subscribers|members)\b",
    r"\bclick(?:ing)? (?:here|on the|the)\b.{0,60}(?:button|link|below|here)",
    r"\bwe (?:use|and our partners use) cookies\b",
    r"\b(?:support|donate to) our journalism\b",
    r"\bview(?:s)? (?:expressed|reflected)\b.{0,80}\bauthor",
)

SHORT: tuple[str, ...] = (
    rf"{_START}(?:read |see )?(?:our |the )?"
    r"(?:privacy policy|terms of (?:use|service))",
    # credits and captions
    r"\b(?:photo(?:graph)?s?|image|picture|illustration|graphic|video|screenshot"
    r"|footage)"
    r"(?: (?:credit|illustration|courtesy|provided))?\s*(?:[:/|]|\bby\b"
    r"|\bcourtesy\b|\bvia\b)",
    r"^\W*(?:(?:file|stock|archive|materials?|handout|representative|undated|combo)\s+)"
    r"(?:photo|image|picture|video|graphic|illustration)s?\b",
    r"^\W*(?:photo|image|picture|illustration|graphic|credits?|caption)s?\s*[:/]",
    r"(?:^|[/(\[|.])\s*courtesy (?:of|photo)\b",
    r"\b(?:getty|shutterstock|istock|alamy|unsplash)\b(?: images?)?\W*$",
    r"\((?:photo|image|file|pic)s?\b[^)]*\)\W*$",
    r"[/|]\s*[\w .]{2,40}=[\w .]{2,40}$",
    r"^[\[(](?:source|photo|image|by|reporter|courtesy)\b[^\])]*[\])]$",
    # bylines, datelines alone, breadcrumbs
    r"^(?:written|reported|edited|translated|reporting|editing|additional"
    r" reporting) by\b",
    r"^(?:-|—)*\s*additional reporting\b",
    r"^(?:reporter|author|editor|correspondent|contributor)\s*[:|]",
    r"^(?:[\w.'-]+ ){1,4}[\w.+-]+@[\w-]+\.[\w.-]+\W*$",
    r"^(?:(?:published|posted|updated|last updated|modified|input|created"
    r"|date)\b[\s:|]*)?"
    + rf"(?:at |on )?{_DATE}(?:\W+(?:at )?{_CLOCK})?(?:\s*[|,]?\s*updated.*)?\W*$",
    rf"^(?:published|posted|updated|last updated|first"
    rf" published)\b.{{0,12}}(?:{_DATE}|{_CLOCK})",
    rf"^{_CLOCK}\W*$",
    r"^[A-Z][\w .]{2,30},? (?:\([\w. ]+\)|" + MONTH + r" \d{1,2})\s*[-—]*\s*$",
    r"^(?:[\w&.' -]{2,24}\s+[/>»|›]\s+){1,4}[\w&.' -]{2,24}$",
    # sharing and navigation
    r"^(?:share|tweet|print|e-?mail|save|copy link|follow)\b(?: (?:this|us|on|via"
    r"|to|article"
    r"|story|link|by)\b.{0,50})?\W*$",
    r"^(?:join|follow|like|find) us (?:on|at)\b",
    r"\b(?:share|leave|send|give)(?: us)? your (?:feedback|thoughts|comments?"
    r"|opinion)\b",
    r"\b(?:enter|post|leave|write|add|view) (?:a |your |all )?comments?\b",
    r"^(?:\d+ )?comments?\b(?: \(\d+\))?\W*$",
    r"^(?:the )?(?:text|font|letter)[ -]?sizes?\W*$",
    r"^(?:skip|back|go|return|jump) to (?:the )?(?:main|top|content|home|navigation)\b",
    r"^(?:read|see|watch|listen|view|continue|learn|find out)\b(?: the| our)? "
    r"(?:more|full|also|rest|reading|next|now|live|here)\b.{0,90}$",
    r"^(?:read|watch|listen)(?: (?:more|also|next))?\s*:",
    r"^(?:also|must|most) read\b",
    r"^(?:advertisement|sponsored|promoted|ad)\b.{0,30}$",
    r"^(?:loading|please wait)\b",
    r"^tags?\s*:|^topics?\s*:|^keywords?\s*:|^filed under\b",
    r"^(?:\d+ )min(?:ute)?s?(?: |-)read\W*$",
    r"^https?://\S+$|^www\.\S+$",
    r"^#\w+(?:[ ,]+#\w+)*$",
)

# Captions, when the line does not end as a sentence does.
CAPTION = (
    r"^\W*(?:video |tv |a )?(?:screenshot|screen ?grab|still|photo|image|picture"
    r"|infographic|chart|illustration)s? (?:of|from|shows?|showing)\b"
)

# Case counts here: a byline is capitalised words and at most a date.
BYLINE = (
    r"^(?:By|BY)(?:\s+(?:[A-Z][\w.'-]*,?|and|de|van|von|der|\||&|/|-)){1,10}"
    rf"(?i:,?\s*{_DATE}.*)?$"
)

# The outlet about itself: its name, what it offers and to whom.
SELF_DESCRIPTION: tuple[str, ...] = (
    r"\b(?:news|newsletter|newspaper|information|journalism|coverage)\b.{0,200}"
    r"\b(?:inform|serve|bring|deliver|provid|offer|keep)\w*\b.{0,60}"
    r"\b(?:its|our|their)\b(?: \w+){0,3} (?:readers?|subscribers?|audiences?)\b",
    r"\b(?:inform|serve|bring|deliver|provid|offer|keep)\w*\b.{0,40}"
    r"\b(?:its|our|their)\b(?: \w+){0,3} (?:readers?|subscribers?) (?:the )?news\b",
    r"^[A-Z][\w' &.-]{2,60} is (?:a|an|the) (?:[\w-]+ ){0,6}(?:news (?:service"
    r"|site|website"
    r"|outlet|agency|organi[sz]ation|platform)|newsletter|newspaper|information service"
    r"|digital publication|media (?:company|outlet))\b(?!.*\b(?:said|reported"
    r"|owned by)\b)",
    r"^about (?:us|the author|this (?:story|article))\b",
    r"^(?:[A-Z][\w.'-]+ ){1,4}(?:is|was) (?:a|an|the) (?:[\w-]+ ){0,5}(?:reporter"
    r"|correspondent"
    r"|columnist|contributor|editor) (?:at|for|with|based|in|covering|who covers)\b",
    r"^(?:contact|reach|e-?mail|follow) (?:the )?(?:[A-Z][\w.'-]+ ){1,4}(?:at|on)\b",
)

LIST_HEADINGS = (
    r"^(?:related|recommended|trending|popular|latest|more|most (?:read|viewed"
    r"|popular|shared)"
    r"|special|editors?'? picks?|top|you (?:may|might) (?:also )?like|in case you"
    r" missed"
    r"|don't miss|also (?:read|see|on)|up next|from (?:our|the) (?:partners|web)"
    r"|see also"
    r"|today's)\b(?: (?:\w+ ){0,3}\w+)?\s*:?$"
)

NAVIGATION_WORDS = words(
    """
    about account actions archive around ask back bookmark bookmarks business
    buy cancel careers close contact copy culture dark edition email english
    expand facebook faq feed font gallery help hide home join language light
    link linkedin listen live log login logout menu mode more newsletter
    newsletters next ok open opinion pause pinterest play politics previous
    print privacy profile reddit register reply rss save search section sections
    send settings share show sign sitemap size skip sponsored sport sports
    submit subscribe support tags tech telegram text top topics translate tweet
    up video videos view weather whatsapp world x
    """
)
