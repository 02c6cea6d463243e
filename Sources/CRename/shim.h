#ifndef VITRINE_RENAME_H
#define VITRINE_RENAME_H

// Linux's renameat2 (glibc 2.28), which Swift's Glibc module does not show: it exchanges two
// folders in one step, so that there is never a moment without a site.
int renameat2(int old_folder, const char *old_path, int new_folder, const char *new_path,
              unsigned int flags);

#endif
