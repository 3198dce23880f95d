"""Statements that no duty makes: they speak to an applicant, or say what a post is worth.

A questionnaire, a form's choices and a site's buttons stand among the lists of a
posting and open with verbs as duties do: "Describe your experience with ...".
"""

from __future__ import annotations

from typing import Final

from postlint.document.vocabulary import any_of, word_set
from postlint.text.patterns import pattern

# A question mark behind fewer blanks doubts a duty, and asks nothing of an applicant.
_QUESTION: Final = 3


_BEGINS: Final = word_set("aside_begins")
_TO_APPLICANTS = pattern(
    rf"""(?xi)
    (?: please \ )?
    (?:
      (?: {any_of("asks_to_tell")} | tell \ us ) \b [^.;:]{{0,40}}? \b (?: your | you ) \b
      | (?: {any_of("asks_to_send")} ) \b [^.;:]{{0,40}}? \b
        (?: your
            \ (?: r[eé]sum[eé] | application | name | answers? | degree | references | contact )
          | keywords | (?: an? | the ) \ (?: \w+ \ ){{0,2}}? (?: application | cover \ letter )
          | r[eé]sum[eé]s? | letters? \ of \ (?: interest | application ) )
      | select (?: \ ? (?: \.\.\. | … | one | all \ that \ apply | an? \ option ) )? \W* $
      | search \ (?: for \ (?: jobs? | (?: your | a ) \ (?: \w+ \ ){{0,2}} (?: job | career )s? )
          | jobs | openings | careers )
      | apply \ (?: now | online | here | today | for \ (?: this | the )
          | (?: by | before ) \ (?: (?-i:[A-Z\d]) | noon | e?-?mail | letter | the \ end )
          | (?: with | in ) \ (?: writing | your | an? \ (?: cv | letter | r[eé]sum[eé] ) ) )
      | click \ (?: here | on | the | apply )
      | (?: view | see | visit | check \ out ) \ (?: all | our | the | more ) \b [^.;]{{0,40}}?
        \b (?: jobs | openings | benefits | website | site | page | description )
      | download \ (?: the | a | this ) \b | learn \ more \ (?: about | at | on ) \b
      | include \ the \ following \b | if \ you \b | which \ (?: best | of \ the )
      | how \ (?: many | much | often | long | would | did | do )
      | for \ (?: more | further | additional ) \ (?: information | details )
      | you \ (?: will | would ) \ (?: be \ reporting | report ) \b (?! \ on \b )
      | (?: you | applicants? | candidates? ) \ (?: will | may ) \ be
        \ (?: {any_of("comes_to_applicants")} ) \b
      | join \ (?: us | our ) \b
      | (?: write | phone | telephone | ring | call | reply ) \ (?: to \ )? (?-i:[A-Z])
        [^.;]{{0,80}}? \b (?: by | before | until ) \ [^.;]{{0,20}} \d
    )
    """
)
_OF_THE_POST = pattern(
    rf"""(?xi)
    (?: please \ )?
    (?:
      position \ description \b (?! \ and ) | open \ until \ filled
      | (?: the | this ) \ (?: {any_of("ideal")} ) \ \w+[ ]
        (?: (?: will | must | should | may ) \ (?: also \ )? (?: {any_of("has_to")} )
        | has | possesses | is \ an? )
      | (?: the \ )? (?: {any_of("applicants")} )[ ]
        (?: must | will | may | are | is | should ) \ (?: {any_of("must")} )
      | (?: the \ )? closing \ date \b
      | (?: interviews | screening | review ) \b [^.;:]{{0,30}}? [ ]
        (?: will \ (?: begin | start | continue | be \ (?: held | conducted ) )
        | (?: is | are ) \ (?: expected | scheduled | planned ) )
      | preference \ (?: will | may | is ) \b
      | work \ (?: at \ this \ level | requires | assignments \ \w+ \ from ) \b
      | reports \ (?: directly \ )? to \b (?! [^.]* \b (?: any | on | will | responsible ) \b )
      | work \ (?: is \ (?: reviewed | performed \ under ) | location \ is ) \b
      | works \ under \ (?: the \ | only \ )? (?: \w+ \ )? (?: general | limited | minimal
          | close | direct | immediate ) \ (?: supervision | direction ) \b
      | (?: this | the ) \ (?: position | role | job | post ) \ is \ (?: an? \ )?
        (?: [\w-]+ \ )? (?: {any_of("held")} ) \b
      | working \ (?: hours | time | days ) \b
      | (?: seeking | hiring | recruiting ) \ (?: an? | the | our | experienced ) \b
      | (?: the | this ) \ (?: above | foregoing | preceding | following )[ ]
        (?: information | statements? | descriptions? | lists? ) \b
        [^.;:]{{0,20}} \b (?: intended | meant | designed | representative )
      | (?: the \ | this \ )? salary \ (?: is | will | range | may | offers? )
    )
    """
)


def is_aside(statement: str) -> bool:
    """Say whether a statement among duties speaks to an applicant and is none itself.

    >>> is_aside("Describe your experience with maps.")
    True
    >>> is_aside("Describes new maps for the catalog.")
    False
    """
    if statement[-1:] == "?" and statement.count(" ") >= _QUESTION:
        return True
    first, _, _ = statement[:16].partition(" ")
    # Most statements begin with none of the words that an aside does, and are not looked at.
    if first.strip(".…,:").lower() not in _BEGINS:
        return False
    return any(aside.match(statement) is not None for aside in (_TO_APPLICANTS, _OF_THE_POST))
