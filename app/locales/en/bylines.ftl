### The pages of those who sign.

# $name: the author's name.
byline-title = Stories by { $name }
# $name: the author's name. $page: the page's number, from 2.
byline-title-page = Stories by { $name }, page { $page }
# $name: the author's name. For pages without a biography.
byline-description = All stories written by { $name }.
byline-bio = Biography
byline-empty = Nothing has been published under this byline yet.
