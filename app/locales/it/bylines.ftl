### The pages of those who sign.

# $name: the author's name.
byline-title = Articoli di { $name }
# $name: the author's name. $page: the page's number, from 2.
byline-title-page = Articoli di { $name }, pagina { $page }
# $name: the author's name. For pages without a biography.
byline-description = Tutti gli articoli firmati da { $name }.
byline-bio = Biografia
byline-empty = Questa firma non ha ancora articoli pubblicati.
