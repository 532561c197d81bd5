// SPDX-License-Identifier: GPL-3.0-or-later
// The least that a program with a database and screens does before its first screen is there:
// opens both, reads sixty rows, paints them and waits for a key. floor FILE.
#include <locale.h>
#include <ncurses.h>
#include <sqlite3.h>

int main(int argc, char **argv)
{
    sqlite3 *db = NULL;
    sqlite3_stmt *query = NULL;
    setlocale(LC_ALL, "C.UTF-8");
    if (argc != 2 || sqlite3_open(argv[1], &db) != SQLITE_OK)
        return 1;
    initscr();
    raw();
    noecho();
    keypad(stdscr, TRUE);
    sqlite3_prepare_v2(db,
                       "SELECT code, text, typed FROM figure JOIN indicator ON indicator.id = "
                       "figure.indicator ORDER BY office, figure.indicator, quarter LIMIT 60",
                       -1, &query, NULL);
    for (int row = 0; sqlite3_step(query) == SQLITE_ROW; row++)
        mvprintw(row % LINES, 0, "%s %s %s", (const char *)sqlite3_column_text(query, 0),
                 (const char *)sqlite3_column_text(query, 1),
                 (const char *)sqlite3_column_text(query, 2));
    sqlite3_finalize(query);
    refresh();
    getch();
    endwin();
    sqlite3_close(db);
    return 0;
}
