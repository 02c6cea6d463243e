// Must compile: everybody may read a figure.
import Publication

func drawn(_ figure: Figure) -> Int? { figure.value?.units }
