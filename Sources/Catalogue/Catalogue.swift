// Stands until the room is furnished.
