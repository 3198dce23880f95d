"""Statements that no duty makes: they speak to an applicant, or say what a post is worth.

A questionnaire, a form's choices and a site's buttons stand among the lists of a
posting and open with verbs as duties do: "Describe your experience with ...".
"""

from __future__ import annotations

import re

from postlint.text.patterns import pattern

# The first words of all that `_ASIDE` tells, so that most statements are not looked at.
_FIRST = frozenset(
    """
    please describe explain position learn indicate list specify tell summarize submit attach
    upload send include complete enter email e-mail provide mail bring select search apply click
    download visit view check if which how do does did have are were what who when where open the
    incumbents incumbent employees employee candidates candidate applicants applicant salary for
    this working closing interviews screening review preference work works you join seeking hiring
    recruiting reports write phone telephone ring call reply
    """.split()
)
# A question mark behind fewer blanks doubts a duty, and asks nothing of an applicant.
_QUESTION = 3
_ASIDE = pattern(
    r"""
    (?: please \ )?
    (?:
      (?: describe | explain | indicate | list | specify | tell \ us | summarize )
        \b [^.;:]{0,40}? \b (?: your | you ) \b
      | (?: submit | attach | upload | send | include | complete | enter | e-?mail | provide | mail
          | bring | list ) \b [^.;:]{0,40}? \b
        (?: your \ (?: r[eé]sum[eé] | application | name | answers? | degree | references
            | contact )
          | keywords | (?: an? | the ) \ (?: \w+ \ ){0,2}? (?: application | cover \ letter )
          | r[eé]sum[eé]s? | letters? \ of \ (?: interest | application ) )
      | select (?: \ ? (?: \.\.\. | … | one | all \ that \ apply | an? \ option ) )? \W* $
      | search \ (?: for \ (?: jobs? | (?: your | a ) \ (?: \w+ \ ){0,2} (?: job | career )s? )
          | jobs | openings | careers )
      | apply \ (?: now | online | here | today | for \ (?: this | the ) )
      | click \ (?: here | on | the | apply )
      | (?: view | see | visit | check \ out ) \ (?: all | our | the | more ) \b [^.;]{0,40}?
        \b (?: jobs | openings | benefits | website | site | page | description )
      | download \ (?: the | a | this ) \b | learn \ more \ (?: about | at | on ) \b
      | position \ description \b (?! \ and ) | if \ you \b | which \ (?: best | of \ the )
      | how \ (?: many | much | often | long | would | did | do )
      | open \ until \ filled
      | for \ (?: more | further | additional ) \ (?: information | details )
      | (?: the | this ) \ (?: ideal | selected | successful | right | chosen | perfect ) \ \w+[ ]
        (?: (?: will | must | should | may ) \ (?: also \ )? (?: have | possess | hold | value
          | bring | be \ (?: subject | required ) | pass | undergo | demonstrate | show )
        | has | possesses | is \ an? )
      | (?: the \ )? (?: incumbents? | employees? | candidates? | applicants? )[ ]
        (?: must | will | may | are | is | should ) \ (?: pass | submit | undergo | be \ subject
          | possess | have | hold | apply )
      | (?: the \ )? closing \ date \b
      | (?: interviews | screening | review ) \b [^.;:]{0,30}? [ ]
        (?: will \ (?: begin | start | continue | be \ (?: held | conducted ) )
        | (?: is | are ) \ (?: expected | scheduled | planned ) )
      | preference \ (?: will | may | is ) \b
      | work \ (?: at \ this \ level | requires | assignments \ \w+ \ from ) \b
      | reports \ (?: directly \ )? to \b (?! [^.]* \b (?: on | will | responsible ) \b )
      | work \ (?: is \ (?: reviewed | performed \ under ) | location \ is ) \b
      | works \ under \ (?: the \ | only \ )? (?: \w+ \ )? (?: general | limited | minimal
          | close | direct | immediate ) \ (?: supervision | direction ) \b
      | you \ (?: will | would ) \ (?: be \ reporting | report ) \b (?! \ on \b )
      | (?: you | applicants? | candidates? ) \ (?: will | may ) \ be \ (?: evaluated | contacted
          | notified | asked \ to | invited | interviewed | rated | screened ) \b
      | (?: this | the ) \ (?: position | role | job | post ) \ is \ (?: an? \ )?
        (?: [\w-]+ \ )? (?: hybrid | remote | term | temporary | permanent | full-time
          | part-time | grant-funded | fixed-term | seasonal ) \b
      | working \ (?: hours | time | days ) \b
      | join \ (?: us | our ) \b
      | (?: seeking | hiring | recruiting ) \ (?: an? | the | our | experienced ) \b
      | (?: write | phone | telephone | ring | call | reply ) \ (?: to \ )? (?-i:[A-Z])
        [^.;]{0,80}? \b (?: by | before | until ) \ [^.;]{0,20} \d
      | (?: the \ | this \ )? salary \ (?: is | will | range | may | offers? )
    )
    """,
    re.VERBOSE | re.IGNORECASE,
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
    return first.strip(".…,:").lower() in _FIRST and _ASIDE.match(statement) is not None
