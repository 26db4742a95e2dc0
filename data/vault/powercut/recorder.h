#ifndef SAYA_POWERCUT_RECORDER_H
#define SAYA_POWERCUT_RECORDER_H
#include "../shim.h" /* the part of sqlite3.h that a VFS needs; its layout never changes */

/* powercut_register makes a VFS over the usual one and the usual one itself. recorder is what the functions of Go are
** called with. */
int powercut_register(char *name, uintptr_t recorder);
int powercut_unregister(char *name);

#endif
