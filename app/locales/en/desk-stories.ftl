### Lists of stories, the board, the calendar, publishing.

## The list

desk-filter-state = State
desk-filter-all = All
desk-filter-words = Search headlines and bylines
desk-filter-all-sections = All sections
desk-filter-mine = Only mine
desk-filter-clear = Clear the filters
desk-section = Section
desk-byline = Byline
desk-no-headline = No headline yet
# $count: words in the body.
desk-words = { $count ->
    [one] 1 word
   *[other] { $count } words
}
# $name: who. $when: "today at 18:42".
desk-edited-by = Edited by { $name }, { $when }
# $when: "tomorrow at 6:00".
desk-scheduled-for = Comes out { $when }
# $when: "tomorrow at 6:00".
desk-embargo-until = Embargo until { $when }
# $when: "yesterday at 6:00".
desk-missed = Was due { $when }: published at restart
# $names: who has it open.
desk-writing-now = Open now: { $names }
desk-load-more = Show more stories
# $count: how many are in the list.
desk-list-end = { $count ->
    [one] 1 story, the list ends here
   *[other] { $count } stories, the list ends here
}
desk-stories-empty-title = The front page is yet to be written
desk-stories-empty-text = Begin a story: only you see it until you send it to review or publish it.
desk-stories-none-title = No story with these filters
desk-stories-none-text = Try other words, or clear the filters to see everything.
