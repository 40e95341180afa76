"""A release: all that is published for a tertial, made beside, put in place in one step, and verified later."""

from kom_rulings.releases.publishing import Progress, publish
from kom_rulings.releases.release import Means, Release

__all__ = ["Means", "Progress", "Release", "publish"]
