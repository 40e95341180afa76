"""What is new since the last edition: the ledger of each edition, the changes, and how their numbers reconcile."""

from kom_rulings.changes.comparing import Changes, changes
from kom_rulings.changes.ledger import Ledger, ledger_bytes, ledger_of

__all__ = ["Changes", "Ledger", "changes", "ledger_bytes", "ledger_of"]
