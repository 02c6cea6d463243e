// How glibc keeps memory that is freed, which Swift's Glibc module does not show.
#include <malloc.h>
