"""Records, search and overview of rulings on human trafficking.

Data flows one way; a module imports what stands above it, or lies in its own folder::

    0  wording  errors  names  dates  references  problems  settings   words and values without records
    1  files                                                           text on disk: read with places, written with care
    2  records  labels  formats                                        meaning: cases and rulings, tables, the register
    3  counting                                                        the counting rules, pure functions
    4  checks  standing  privacy                                       findings; how cases stand on a date, for whom
    5  tables  tallies  index  documents                               what is made of the records; forms of documents
    6  changes  pages  sources                                         what is new since an edition; pages coming in
    7  overview  importing  editing                                    what goes out; what goes into the records
    8  workspace                                                       one folder with all of it, read when asked for
    9  leak_check  exports  releases                                   what leaves the house, and the last look at it
   10  cli                                                             the edge: words, exit codes
"""

from kom_rulings.dates import PartialDate, Tertial
from kom_rulings.errors import KomRulingsError
from kom_rulings.problems import Problem, Severity

__all__ = ["KomRulingsError", "PartialDate", "Problem", "Severity", "Tertial"]
