// Whoever reads the domain's texts needs the type they are of.
@_exported import Bilingual
