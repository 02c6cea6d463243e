// Must not compile: only the gate makes a figure.
import Publication

func drawn() -> Figure { Figure(.value(Quantity(3))) }
