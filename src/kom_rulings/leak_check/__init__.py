"""The last look before files leave the house: nothing about victims, nothing of cases that are not for the audience."""
